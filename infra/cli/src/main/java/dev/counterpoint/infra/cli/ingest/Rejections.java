package dev.counterpoint.infra.cli.ingest;

import dev.counterpoint.infra.cli.platform.BulkAnswer;
import dev.counterpoint.infra.cli.platform.PlayLine;
import dev.counterpoint.infra.cli.platform.Sentences;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Names everything that was not taken: all of it in a file, the first of it to be shown. Not thread-safe. */
final class Rejections {
    private static final int SHOWN = 10;

    private final Path file;
    private final List<String> shown = new ArrayList<>();

    /** @param file appended to; made with the first rejection */
    Rejections(Path file) {
        this.file = file;
    }

    void add(String what, String why) {
        String line = what + ": " + why;
        try (Writer writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            writer.write(line + "\n");
        } catch (IOException failed) {
            throw new CommandFailedException(Exit.FAILED, file + " cannot be written: " + Sentences.of(failed) + ".");
        }
        if (shown.size() < SHOWN) {
            shown.add(line);
        }
    }

    /** @param named the line of an index from 0, in words */
    void add(BulkAnswer answer, IntFunction<String> named) {
        answer.rejected().forEach(each -> add(named.apply(each.line() - 1), each.detail()));
    }

    static String named(PlayLine play) {
        return "play " + play.interactionId() + " of listener " + play.listenerId();
    }

    List<String> shown() {
        return List.copyOf(shown);
    }

    Path file() {
        return file;
    }
}
