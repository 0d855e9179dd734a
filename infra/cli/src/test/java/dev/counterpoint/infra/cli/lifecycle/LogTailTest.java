package dev.counterpoint.infra.cli.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    private static final String HEAD = "2026-01-02T03:04:05.678Z ";

    @TempDir
    private Path folder;

    private Path log = Path.of("");
    private LogTail tail = new LogTail(log);

    @BeforeEach
    void begin() {
        log = folder.resolve("server.log");
        tail = new LogTail(log);
    }

    @Test
    void news_areWhatThePlatformSays_eachOnce() throws IOException {
        write(HEAD + "INFO  dev.counterpoint.infra.server.Start [main] [c-1] Cassandra comes up: port=9042\n");
        assertThat(tail.news()).containsExactly("Cassandra comes up: port=9042");

        write(HEAD + "WARN  dev.counterpoint.A [main] [] slow\n" + HEAD + "ERROR dev.counterpoint.B [t 1] [] broken\n");
        assertThat(tail.news()).containsExactly("slow", "broken");
        assertThat(tail.news()).isEmpty();
    }

    @Test
    void news_areNotWhatOthersSay_norTraces() throws IOException {
        write(HEAD + "INFO  org.library.Noise [main] [] blah\n"
                + HEAD + "DEBUG dev.counterpoint.A [main] [] detail\n"
                + "java.lang.IllegalStateException: dev.counterpoint.A\n"
                + "\tat dev.counterpoint.A.b(A.java:1)\n\n");

        assertThat(tail.news()).isEmpty();
    }

    @Test
    void news_ofALineThatIsBeingWritten_comeWhenItIsWhole() throws IOException {
        write(HEAD + "INFO  dev.counterpoint.A [main] [] one\n" + HEAD + "INFO  dev.counterpoint.A [ma");
        assertThat(tail.news()).containsExactly("one");

        write("in] [] two ö\n");
        assertThat(tail.news()).containsExactly("two ö");
    }

    @Test
    void news_ofNoFile_areNone() {
        assertThat(tail.news()).isEmpty();
    }

    private void write(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
