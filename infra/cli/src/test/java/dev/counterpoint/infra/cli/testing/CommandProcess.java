package dev.counterpoint.infra.cli.testing;

import dev.counterpoint.infra.cli.Counterpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own, so that it can be interrupted and killed. */
public final class CommandProcess {
    private final Process process;
    private final StringBuffer figures = new StringBuffer();
    private final StringBuffer sentences = new StringBuffer();
    private final List<Thread> readers = new ArrayList<>();

    /** @param root where the server is looked for */
    public CommandProcess(Path root, String... arguments) {
        List<String> command = new ArrayList<>(heedingInterrupts());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dcounterpoint.root=" + root,
                Counterpoint.class.getName()));
        command.addAll(List.of(arguments));
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        read(process.getInputStream(), figures);
        read(process.getErrorStream(), sentences);
    }

    /** Waits for the end. */
    public CommandRun run() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the command did not end; it said: " + sentences);
            }
            for (Thread reader : readers) {
                reader.join();
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return new CommandRun(process.exitValue(), figures.toString(), sentences.toString());
    }

    public String figures() {
        return figures.toString();
    }

    /**
     * What is started in the background of a shell ignores interrupts, and so do its children: a build that runs there must not hand that on.
     * Nothing is put in front where the system knows no such word.
     */
    private static List<String> heedingInterrupts() {
        List<String> words = List.of("env", "--default-signal=INT,HUP");
        try {
            List<String> trial = new ArrayList<>(words);
            trial.add("true");
            return new ProcessBuilder(trial).start().waitFor() == 0 ? words : List.of();
        } catch (IOException unknown) {
            return List.of();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** As Ctrl-C does. */
    public void interrupt() throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    }

    /** Gives it no chance to tidy up. */
    public void kill() {
        process.destroyForcibly();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    private void read(InputStream from, StringBuffer to) {
        Thread reader = new Thread(() -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
                lines.lines().forEach(line -> to.append(line).append('\n'));
            } catch (IOException | UncheckedIOException ended) {
                to.append("(broken off)");
            }
        });
        reader.setDaemon(true);
        reader.start();
        readers.add(reader);
    }
}
