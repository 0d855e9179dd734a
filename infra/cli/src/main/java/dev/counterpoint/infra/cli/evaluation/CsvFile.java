package dev.counterpoint.infra.cli.evaluation;

import dev.counterpoint.infra.cli.files.InputFile;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a table of comma-separated values, packed or not, as a stream. */
final class CsvFile {
    static final CSVFormat WITHOUT_HEADER = CSVFormat.RFC4180;
    static final CSVFormat WITH_HEADER = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .get();

    private CsvFile() {}

    /** Takes a row. */
    @FunctionalInterface
    interface Rows {
        /** @param position in bytes of the file, some of them ahead of the row */
        void row(long line, CSVRecord row, long position);
    }

    /**
     * @param columns that a header must name; empty where there is no header
     * @throws CommandFailedException if it cannot be read to its end, or lacks a column
     */
    static void forEach(Path path, List<String> columns, Rows rows) {
        int header = columns.isEmpty() ? 0 : 1;
        long line = 0;
        try (InputFile file = InputFile.open(path)) {
            try (CSVParser parser = (columns.isEmpty() ? WITHOUT_HEADER : WITH_HEADER)
                    .parse(new InputStreamReader(file.bytes(), StandardCharsets.UTF_8))) {
                requireColumns(path, parser, columns);
                for (CSVRecord row : parser) {
                    line = row.getRecordNumber() + header;
                    rows.row(line, row, file.position());
                }
            } catch (UncheckedIOException failed) {
                throw file.broken(line, Objects.requireNonNull(failed.getCause()));
            } catch (IOException failed) {
                throw file.broken(line, failed);
            }
        }
    }

    private static void requireColumns(Path path, CSVParser parser, List<String> columns) {
        List<String> missing = columns.stream()
                .filter(column -> !parser.getHeaderNames().contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new CommandFailedException(
                    Exit.BROKEN_INPUT,
                    path + " cannot be judged: its first line has no column " + String.join(", ", missing) + ".");
        }
    }

    static double number(String cell, String name) throws BrokenRowException {
        String text = cell.strip();
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new BrokenRowException(name + " is \"" + text + "\", not a number");
        }
    }
}
