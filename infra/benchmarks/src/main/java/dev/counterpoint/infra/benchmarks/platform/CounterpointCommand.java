package dev.counterpoint.infra.benchmarks.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The {@code counterpoint} command of a built project, run in a process of its own. Immutable. */
public final class CounterpointCommand {
    private final List<String> words;

    private CounterpointCommand(List<String> words) {
        this.words = List.copyOf(words);
    }

    /** The script at the root, as users call it: it builds what is not built. */
    public static CounterpointCommand script(Path root) {
        return new CounterpointCommand(List.of(root.resolve("counterpoint").toString()));
    }

    /** What the script runs in the end; for use within a build, which must not start another one. */
    public static CounterpointCommand built(Path root) {
        return new CounterpointCommand(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dcounterpoint.root=" + root,
                "-jar",
                jarIn(root.resolve(Path.of("infra", "cli", "target"))).toString()));
    }

    /**
     * Runs the command to its end.
     *
     * @return what it printed
     * @throws CommandFailedException if it ended with another status than 0
     */
    public String run(Path data, String... arguments) {
        Process process = start(data, arguments);
        try (var output = process.inputReader()) {
            String printed = String.join("\n", output.lines().toList());
            int status = process.waitFor();
            if (status != 0) {
                throw new CommandFailedException(String.join(" ", arguments), status, printed);
            }
            return printed;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    /** Begins to run the command; its progress goes to the standard error stream of this process. */
    public Process start(Path data, String... arguments) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        try {
            return new ProcessBuilder(all)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path jarIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("cli-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no command in " + folder + ": build it first"));
        } catch (IOException failed) {
            throw new UncheckedIOException("no command in " + folder + ": build it first", failed);
        }
    }

    /** The command said no. */
    public static final class CommandFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CommandFailedException(String arguments, int status, String printed) {
            super("counterpoint " + arguments + " ended with status " + status + ": " + printed);
        }
    }
}
