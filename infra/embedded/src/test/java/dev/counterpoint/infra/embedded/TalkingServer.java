package dev.counterpoint.infra.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A server that does nothing but to note when it starts and when it ends. */
public final class TalkingServer {
    static final String FILE = "said";

    private TalkingServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> note("end " + arguments[0])));
        note("start " + arguments[0]);
        Thread.currentThread().join();
    }

    private static void note(String words) {
        try {
            Files.writeString(
                    Path.of(FILE),
                    words + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
