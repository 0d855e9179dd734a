package dev.counterpoint.infra.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void figures_andSentences_goToDifferentStreams() {
        Terminal terminal = of(false);

        terminal.print("42");
        terminal.say("It goes on.");

        assertThat(out.toString(StandardCharsets.UTF_8).strip()).isEqualTo("42");
        assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo("It goes on.");
    }

    @Test
    void progress_toAPerson_isABarThatIsDrawnOver() {
        try (Progress progress = of(true).progress("cards", 0, 4)) {
            progress.reached(4);
        }

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("\r")
                .contains("cards")
                .contains("4/4");
        assertThat(out.size()).isZero();
    }

    @Test
    void progress_toAFile_isPlainLines() {
        try (Progress progress = of(false).progress("cards", 0, 4)) {
            progress.reached(4);
        }

        assertThat(err.toString(StandardCharsets.UTF_8))
                .doesNotContain("\r\u001b")
                .startsWith("cards: 4 of 4");
    }

    private Terminal of(boolean interactive) {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                interactive);
    }
}
