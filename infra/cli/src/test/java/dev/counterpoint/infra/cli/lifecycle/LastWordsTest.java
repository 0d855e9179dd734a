package dev.counterpoint.infra.cli.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastWordsTest {

    @Test
    void lastWords_areTheLastFiveLines() {
        String lines = IntStream.range(0, 9).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));

        assertThat(words(lines).of())
                .contains(String.join(System.lineSeparator(), "line 4", "line 5", "line 6", "line 7", "line 8"));
    }

    @Test
    void lastWords_areForPeople() {
        assertThat(words(
                                "WARNING: old\nOpenJDK 64-Bit Server VM warning: x\n\tat a.B.c(B.java:1)\n\nThe disk is full.\n")
                        .of())
                .contains("The disk is full.");
    }

    @Test
    void lastWords_ofOneWhoSaidNothing_areNone() {
        assertThat(words("").of()).isEmpty();
    }

    private static LastWords words(String said) {
        return new LastWords(new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8)));
    }
}
