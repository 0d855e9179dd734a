package dev.counterpoint.infra.cli.evaluation;

import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.infra.cli.files.InputFile;
import dev.counterpoint.infra.cli.files.LineReader;
import java.io.IOException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads a log of JSON lines once, in its order. All lines are of one kind: with a cluster or without, with predictions or without, as the first is. */
final class LogReader {
    private final InputFile file;
    private final LineParser parser;
    private final Intake intake;
    private @Nullable LoggedRow first;

    LogReader(InputFile file, LineParser parser) {
        this.file = file;
        this.parser = parser;
        this.intake = new Intake(file.name());
    }

    /** Where rows go, as soon as the first shows of what kind they are. */
    interface Sink {
        void open(boolean hasClusters, boolean hasModel);

        void add(WeighedRow row);
    }

    /**
     * @param reached is told how many bytes of the file have been read
     * @throws dev.counterpoint.infra.cli.terminal.CommandFailedException if it cannot be read to its end, or cannot be judged
     */
    void read(Sink sink, LongConsumer reached) {
        long number = 0;
        try {
            LineReader lines = new LineReader(file.bytes());
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                number++;
                if (!LineReader.isBlank(line)) {
                    take(number, line, sink);
                    reached.accept(file.position());
                }
            }
        } catch (IOException failed) {
            throw file.broken(number, failed);
        }
        intake.check();
    }

    private void take(long number, byte[] line, Sink sink) {
        try {
            if (line == LineReader.TOO_LONG) {
                throw new BrokenRowException("is longer than 1 MiB");
            }
            LoggedRow row = parser.parse(line);
            if (first == null) {
                first = row;
                sink.open(row.cluster() != null, row.hasModel());
            }
            requireSameKind(row, first);
            String name = row.cluster();
            long cluster = name == null ? number : SeededRandom.seedOf(0, name);
            intake.row(number, cluster, row.propensity());
            sink.add(new WeighedRow(cluster, number, row.action(), row.unsupported()));
        } catch (BrokenRowException broken) {
            intake.fault(number, String.valueOf(broken.getMessage()));
        }
    }

    private static void requireSameKind(LoggedRow row, LoggedRow first) throws BrokenRowException {
        if ((row.cluster() == null) != (first.cluster() == null)) {
            throw new BrokenRowException(
                    row.cluster() == null ? "has no cluster, as others have" : "has a cluster, as others have not");
        }
        if (row.hasModel() != first.hasModel()) {
            throw new BrokenRowException(
                    row.hasModel() ? "has predictions, as others have not" : "has no predictions, as others have");
        }
    }
}
