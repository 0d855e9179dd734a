package dev.counterpoint.infra.cli.lifecycle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Listens to a process's standard error and remembers the end of what it said. Thread-safe. */
final class LastWords {
    private static final int REMEMBERED = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread listener;

    LastWords(InputStream words) {
        this.listener = new Thread(() -> listen(words), "last-words");
        listener.setDaemon(true);
        listener.start();
    }

    /** What was said last, after the process has ended; empty if nothing was. */
    Optional<String> of() {
        try {
            listener.join(PATIENCE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        synchronized (lines) {
            return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(System.lineSeparator(), lines));
        }
    }

    private void listen(InputStream words) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(words, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                remember(line);
            }
        } catch (IOException ended) {
            // So has the process.
        }
    }

    private void remember(String line) {
        // Java warns of its own future there; and a stack trace is for the log.
        if (line.isBlank() || line.startsWith("WARNING:") || line.startsWith("\t") || line.startsWith("OpenJDK ")) {
            return;
        }
        synchronized (lines) {
            if (lines.size() == REMEMBERED) {
                lines.removeFirst();
            }
            lines.addLast(line);
        }
    }
}
