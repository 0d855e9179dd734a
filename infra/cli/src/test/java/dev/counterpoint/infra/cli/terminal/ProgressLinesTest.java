package dev.counterpoint.infra.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private long nanos = 1_000;

    @Test
    void reached_writesALineEveryFiveSeconds() {
        ProgressLines progress = of(0, 1_000);

        after(Duration.ofSeconds(4), progress, 100);
        after(Duration.ofSeconds(1), progress, 250);
        after(Duration.ofSeconds(1), progress, 300);
        after(Duration.ofSeconds(4), progress, 500);

        assertThat(lines())
                .containsExactly("cards: 250 of 1,000 (25 %), 50 a second", "cards: 500 of 1,000 (50 %), 50 a second");
    }

    @Test
    void close_writesTheEnd() {
        ProgressLines progress = of(0, 10_000);
        after(Duration.ofSeconds(2), progress, 10_000);

        progress.close();

        assertThat(lines()).containsExactly("cards: 10,000 of 10,000 (100 %), 5,000 a second");
    }

    @Test
    void whatWasDoneBefore_isNotOfThisRate() {
        ProgressLines progress = of(9_000, 10_000);
        after(Duration.ofSeconds(10), progress, 9_100);

        assertThat(lines()).containsExactly("cards: 9,100 of 10,000 (91 %), 10 a second");
    }

    @Test
    void nothingToDo_isAllDone() {
        of(0, 0).close();

        assertThat(lines()).containsExactly("cards: 0 of 0 (100 %), 0 a second");
    }

    private ProgressLines of(long from, long total) {
        return new ProgressLines(
                new PrintStream(written, true, StandardCharsets.UTF_8), () -> nanos, "cards", from, total);
    }

    private void after(Duration time, ProgressLines progress, long reached) {
        nanos += time.toNanos();
        progress.reached(reached);
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
