package dev.counterpoint.infra.cli.lastfm;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one table of the archive: a line of column names, then lines of columns with tabs between them. */
final class MemberReader {
    private final String name;
    private final BufferedReader lines;
    private final Charset charset;
    private final int columns;
    private int number;

    /** @param columns how many each line has at least */
    MemberReader(String name, InputStream member, Charset charset, int columns) {
        this.name = name;
        this.charset = charset;
        this.columns = columns;
        this.lines = new BufferedReader(new InputStreamReader(
                member,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /**
     * Reads all rows, in their order; leaves the stream open behind the last.
     *
     * @throws IOException if the archive itself is broken
     * @throws CommandFailedException if a line is not what it should be
     */
    void forEach(Consumer<Row> rows) throws IOException {
        try {
            next();
            for (String line = next(); line != null; line = next()) {
                if (!line.isEmpty()) {
                    rows.accept(new Row(line.split("\t", -1)));
                }
            }
        } catch (CharacterCodingException notText) {
            throw broken("is not text in " + charset);
        }
    }

    private @Nullable String next() throws IOException {
        number++;
        return lines.readLine();
    }

    private CommandFailedException broken(String what) {
        return new CommandFailedException(
                Exit.BROKEN_INPUT, name + ", line " + number + ": " + what + ". Nothing was imported.");
    }

    /** The columns of the line that was read last. */
    final class Row {
        private final String[] cells;

        private Row(String[] cells) {
            if (cells.length < columns) {
                throw broken("has " + cells.length + " columns where " + columns + " are expected");
            }
            this.cells = cells;
        }

        String text(int column) {
            String text = cells[column].strip();
            if (text.isEmpty()) {
                throw broken("column " + (column + 1) + " is empty");
            }
            return text;
        }

        /** @return at least 1 */
        int number(int column) {
            try {
                int value = Integer.parseInt(cells[column].strip());
                if (value >= 1) {
                    return value;
                }
            } catch (NumberFormatException notANumber) {
                // Said below, as for a number that is too small.
            }
            throw broken(
                    "column " + (column + 1) + " is \"" + cells[column] + "\" where a whole number from 1 is expected");
        }

        CommandFailedException isBroken(String what) {
            return broken(what);
        }
    }
}
