package dev.counterpoint.infra.cli.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;

class LineReaderProperties {

    @Property
    void linesJoinedAgain_areTheBytes(@ForAll @CharRange(from = '\n', to = '\u000e') String text) throws IOException {
        List<String> lines = lines(text);

        String joined = String.join("\n", lines);
        assertThat(text).isIn(joined, joined + "\n");
    }

    @Example
    void aLineOfTheLongestLength_isRead() throws IOException {
        String longest = "a".repeat(LineReader.LONGEST);

        assertThat(lines(longest + "\nb")).containsExactly(longest, "b");
    }

    @Example
    void aLongerLine_isReadOver_andTheNextOneIsWhole() throws IOException {
        LineReader reader = reader("a".repeat(3 * LineReader.LONGEST) + "\nb\n");

        assertThat(reader.next()).isSameAs(LineReader.TOO_LONG);
        assertThat(reader.next()).isEqualTo(new byte[] {'b'});
        assertThat(reader.next()).isNull();
    }

    private static List<String> lines(String text) throws IOException {
        LineReader reader = reader(text);
        List<String> lines = new ArrayList<>();
        for (byte[] line = reader.next(); line != null; line = reader.next()) {
            lines.add(new String(line, StandardCharsets.UTF_8));
        }
        return lines;
    }

    private static LineReader reader(String text) {
        return new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
