package dev.counterpoint.infra.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildMainTest {
    @TempDir
    Path folder;

    @Test
    void secondChildOfAFolder_startsOnlyAfterTheFirstHasEnded() throws Exception {
        Process first = child("first");
        await(() -> said().contains("start first"));
        Process second = child("second");
        await(() -> read(folder.resolve("second.classes")).contains(ChildMain.class.getName()));
        // It has every chance to start too early.
        assertThat(second.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();

        first.getOutputStream().close();
        await(() -> said().contains("start second"));
        second.getOutputStream().close();
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(said().lines()).containsExactly("start first", "end first", "start second", "end second");
    }

    private Process child(String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:file=" + folder.resolve(name + ".classes"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildMain.class.getName(),
                        TalkingServer.class.getName(),
                        name)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
    }

    private String said() {
        return read(folder.resolve(TalkingServer.FILE));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
