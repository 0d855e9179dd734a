package dev.counterpoint.infra.cli.ingest;

import dev.counterpoint.infra.cli.platform.Platform;
import dev.counterpoint.infra.cli.platform.PlatformOptions;
import dev.counterpoint.infra.cli.platform.RunningServer;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** One run of an import: the platform it goes to, and the account that is kept of it under the platform's data folder. */
final class ImportSession implements AutoCloseable {
    private final String source;
    private final Path path;
    private final long started = System.nanoTime();
    private final Platform platform;
    private final ImportJournal journal;
    private final Rejections rejections;

    private ImportSession(String source, Path path, Platform platform, ImportJournal journal, Rejections rejections) {
        this.source = source;
        this.path = path;
        this.platform = platform;
        this.journal = journal;
        this.rejections = rejections;
    }

    /** @throws CommandFailedException if no platform runs, the file cannot be read, or another process is importing it */
    static ImportSession open(PlatformOptions options, String source, ImportOptions from) {
        RunningServer server = options.running();
        Path folder = options.data().imports();
        String name = source + "-" + SourceFile.of(from.path()).fingerprint();
        ImportJournal journal = ImportJournal.open(folder, name, Instant.now().truncatedTo(ChronoUnit.MILLIS));
        Rejections rejections = new Rejections(folder.resolve(name + ".rejected.txt"));
        return new ImportSession(source, from.path(), Platform.of(server, from.patience()), journal, rejections);
    }

    Platform platform() {
        return platform;
    }

    ImportJournal journal() {
        return journal;
    }

    Rejections rejections() {
        return rejections;
    }

    ImportSummary summary(
            Map<String, Account.Figures> kinds, Map<String, ? extends Number> leftOut, List<String> notes) {
        return new ImportSummary(
                source,
                path,
                journal.now(),
                kinds,
                leftOut,
                notes,
                rejections.shown(),
                rejections.file(),
                (System.nanoTime() - started) / 1e9);
    }

    @Override
    public void close() {
        journal.close();
    }
}
