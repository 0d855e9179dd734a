package dev.counterpoint.infra.benchmarks.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** The raw output of one benchmark: what it ran on, with what, and each line as it came. Printed too. */
public final class ResultFile {
    private final Path file;
    private final PrintStream shown;

    private ResultFile(Path file, PrintStream shown) {
        this.file = file;
        this.shown = shown;
    }

    /**
     * Begins {@code <date>-<name>.txt}; one of the same day is replaced.
     *
     * @param folder made where it is missing
     * @param command that gives this result again
     * @param data that it ran on
     */
    public static ResultFile begin(Path folder, String name, String command, String data, PrintStream shown) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try {
            Path file = Files.createDirectories(folder).resolve(today + "-" + name + ".txt");
            Files.deleteIfExists(file);
            ResultFile result = new ResultFile(file, shown);
            result.line("benchmark: %s", name);
            result.line("date: %s", today);
            result.line("machine: %s", Machine.described());
            result.line("command: %s", command);
            result.line("data: %s", data);
            return result;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Adds a line, formatted as {@link String#format} does. */
    public void line(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        shown.println(line);
        try {
            Files.write(file, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Path file() {
        return file;
    }
}
