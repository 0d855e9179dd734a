package dev.counterpoint.infra.cli.comparison;

import dev.counterpoint.infra.cli.comparison.Findings.Bounds;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Differences with their intervals, a row each, as an SVG; a line stands where there is no difference. It is lines and words, so it is written as they
 * are: the chart libraries of Java measure text with fonts of the machine, which a server may not have.
 */
final class ForestPlot {
    private static final int WIDTH = 820;
    private static final int LEFT = 300;
    private static final int RIGHT = 30;
    private static final int ROW_HEIGHT = 26;
    private static final int TOP = 30;
    private static final int BELOW = 52;
    /** Of a row, over which the marks of several series are spread. */
    private static final double SPREAD = 0.5;
    /** Told apart by the colour-blind too: the palette of Okabe and Ito 2008. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9");

    private final String axis;
    private final List<Mark> marks = new ArrayList<>();

    private record Mark(String series, String row, double at, Bounds within) {}

    ForestPlot(String axis) {
        this.axis = Html.printable(axis);
    }

    /** @param series told apart by colour where there are several */
    void mark(String series, String row, double at, Bounds within) {
        marks.add(new Mark(Html.printable(series), Html.printable(row), at, within));
    }

    boolean isEmpty() {
        return marks.isEmpty();
    }

    byte[] svg() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new Drawing(xml).draw();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("nothing can be written to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private final class Drawing {
        private final XMLStreamWriter xml;
        private final List<String> rows =
                marks.stream().map(Mark::row).distinct().toList();
        private final List<String> series =
                marks.stream().map(Mark::series).distinct().toList();
        private final double low =
                marks.stream().mapToDouble(mark -> mark.within().low()).reduce(0, Math::min);
        private final double high =
                marks.stream().mapToDouble(mark -> mark.within().high()).reduce(0, Math::max);

        Drawing(XMLStreamWriter xml) {
            this.xml = xml;
        }

        void draw() throws XMLStreamException {
            int bottom = TOP + ROW_HEIGHT * rows.size();
            xml.writeStartElement("svg");
            xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
            attribute("viewBox", "0 0 " + WIDTH + " " + (bottom + BELOW));
            attribute("font-family", "sans-serif");
            attribute("font-size", "12");
            element("rect", "width", "100%", "height", "100%", "fill", "#ffffff");
            line(x(0), TOP - 6, x(0), bottom, "#444444");
            line(LEFT, bottom, WIDTH - RIGHT, bottom, "#bbbbbb");
            ticks(bottom);
            for (int row = 0; row < rows.size(); row++) {
                text(LEFT - 10, y(row, 0) + 4, "end", rows.get(row), "#111111");
            }
            for (Mark mark : marks) {
                draw(mark);
            }
            legend();
            text((LEFT + WIDTH - RIGHT) / 2.0, bottom + 42, "middle", axis, "#111111");
            xml.writeEndElement();
        }

        private void ticks(int bottom) throws XMLStreamException {
            for (double at : low < 0 && high > 0 ? new double[] {low, 0, high} : new double[] {low, high}) {
                line(x(at), bottom, x(at), bottom + 5, "#bbbbbb");
                text(x(at), bottom + 20, "middle", String.format(Locale.ROOT, "%.3g", at), "#111111");
            }
        }

        private void draw(Mark mark) throws XMLStreamException {
            int of = series.indexOf(mark.series());
            double beside = series.size() == 1 ? 0 : SPREAD * (of / (series.size() - 1.0) - 0.5);
            double y = y(rows.indexOf(mark.row()), beside);
            line(x(mark.within().low()), y, x(mark.within().high()), y, colour(of));
            element("circle", "cx", number(x(mark.at())), "cy", number(y), "r", "3.5", "fill", colour(of));
        }

        private void legend() throws XMLStreamException {
            for (int i = 0; series.size() > 1 && i < series.size(); i++) {
                double x = (double) WIDTH * i / series.size();
                element("circle", "cx", number(x + 8), "cy", "12", "r", "4", "fill", colour(i));
                text(x + 16, 16, "start", series.get(i), "#111111");
            }
        }

        private double x(double value) {
            double span = high > low ? high - low : 1;
            return LEFT + (value - low) / span * (WIDTH - LEFT - RIGHT);
        }

        private double y(int row, double beside) {
            return TOP + ROW_HEIGHT * (row + 0.5 + beside);
        }

        private String colour(int of) {
            return COLOURS.get(of % COLOURS.size());
        }

        private void line(double fromX, double fromY, double toX, double toY, String colour) throws XMLStreamException {
            element(
                    "line",
                    "x1",
                    number(fromX),
                    "y1",
                    number(fromY),
                    "x2",
                    number(toX),
                    "y2",
                    number(toY),
                    "stroke",
                    colour,
                    "stroke-width",
                    "1.8");
        }

        private void text(double x, double y, String anchor, String text, String colour) throws XMLStreamException {
            xml.writeStartElement("text");
            attribute("x", number(x));
            attribute("y", number(y));
            attribute("text-anchor", anchor);
            attribute("fill", colour);
            xml.writeCharacters(text);
            xml.writeEndElement();
        }

        private void element(String name, String... attributes) throws XMLStreamException {
            xml.writeEmptyElement(name);
            for (int i = 0; i < attributes.length; i += 2) {
                attribute(attributes[i], attributes[i + 1]);
            }
        }

        private void attribute(String name, String value) throws XMLStreamException {
            xml.writeAttribute(name, value);
        }

        private String number(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}
