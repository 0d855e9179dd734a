package dev.counterpoint.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.command.web.Lines.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LinesProperties {

    @Property
    void are_what_stands_between_line_feeds(
            @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 7) int atOnce) throws IOException {
        List<String> expected = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        if (expected.get(expected.size() - 1).isEmpty()) {
            expected.remove(expected.size() - 1);
        }
        List<Line> lines = all(new Trickle(text.getBytes(StandardCharsets.UTF_8), atOnce));
        assertThat(lines)
                .extracting(line -> new String(line.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(expected);
        assertThat(lines).extracting(Line::number).isSorted().doesNotHaveDuplicates();
    }

    @Example
    void a_line_longer_than_a_mebibyte_is_read_over_and_the_next_is_read() throws IOException {
        String text = "x".repeat(Lines.LONGEST) + "\n" + "y".repeat(Lines.LONGEST + 1) + "\nz";
        List<Line> lines = all(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(lines).extracting(Line::number).containsExactly(1L, 2L, 3L);
        assertThat(lines.get(0).bytes()).hasSize(Lines.LONGEST);
        assertThat(lines.get(1).bytes()).isNull();
        assertThat(lines.get(1).isBlank()).isFalse();
        assertThat(lines.get(2).bytes()).containsExactly('z');
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab\n\r ö").ofMaxLength(60);
    }

    private static List<Line> all(InputStream in) throws IOException {
        Lines lines = new Lines(in);
        List<Line> all = new ArrayList<>();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }

    /** Gives a few bytes at a time, as a network does. */
    private static final class Trickle extends InputStream {
        private final ByteArrayInputStream bytes;
        private final int atOnce;

        Trickle(byte[] bytes, int atOnce) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.atOnce = atOnce;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, Math.min(length, atOnce));
        }
    }
}
