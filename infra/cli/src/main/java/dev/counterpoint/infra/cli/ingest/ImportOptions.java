package dev.counterpoint.infra.cli.ingest;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every import can be told. */
final class ImportOptions {
    @Parameters(paramLabel = "PATH", description = "The file.")
    private Path path = Path.of("");

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "How long to wait for a platform that does not answer (default: ${DEFAULT-VALUE}).")
    private int patienceSeconds = 120;

    Path path() {
        return path;
    }

    Duration patience() {
        if (patienceSeconds < 0) {
            throw new CommandFailedException(Exit.USAGE, "Patience is 0 seconds or more, not " + patienceSeconds + ".");
        }
        return Duration.ofSeconds(patienceSeconds);
    }
}
