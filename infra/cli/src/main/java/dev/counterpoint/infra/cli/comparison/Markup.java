package dev.counterpoint.infra.cli.comparison;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements that are well-formed XML, those of HTML too. Text and attributes are escaped; characters that XML cannot hold are replaced. */
final class Markup {
    private static final int REPLACEMENT = 0xfffd;

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;

    /** What stands inside an element. */
    interface Content {
        void write();
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private Markup() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        } catch (XMLStreamException failed) {
            throw new IllegalStateException("nothing can be written to memory", failed);
        }
    }

    /** Of a whole page. */
    static Markup ofPage() {
        Markup page = new Markup();
        step(() -> page.xml.writeDTD("<!DOCTYPE html>\n"));
        return page;
    }

    /** Of a drawing. */
    static Markup ofDrawing() {
        return new Markup();
    }

    /** @param attributes names, each before its value */
    Markup in(String element, Content content, String... attributes) {
        step(() -> xml.writeStartElement(element));
        attributes(attributes);
        content.write();
        step(xml::writeEndElement);
        return this;
    }

    Markup leaf(String element, String text, String... attributes) {
        in(element, () -> step(() -> xml.writeCharacters(printable(text))), attributes);
        step(() -> xml.writeCharacters("\n"));
        return this;
    }

    /** An element that never has content. */
    Markup empty(String element, String... attributes) {
        step(() -> xml.writeEmptyElement(element));
        attributes(attributes);
        step(() -> xml.writeCharacters("\n"));
        return this;
    }

    private void attributes(String... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            int name = i;
            step(() -> xml.writeAttribute(attributes[name], printable(attributes[name + 1])));
        }
    }

    private static void step(Step step) {
        try {
            step.run();
        } catch (XMLStreamException failed) {
            throw new IllegalStateException("nothing can be written to memory", failed);
        }
    }

    /** The same text without characters that XML cannot hold. */
    private static String printable(String text) {
        return text.codePoints()
                .map(each -> isOfXml(each) ? each : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isOfXml(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint >= 0x20 && codePoint < 0xd800
                || codePoint >= 0xe000 && codePoint < 0xfffe
                || codePoint >= 0x10000;
    }

    @Override
    public String toString() {
        step(xml::flush);
        return out.toString();
    }
}
