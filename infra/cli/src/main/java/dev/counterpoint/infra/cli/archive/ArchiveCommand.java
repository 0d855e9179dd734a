package dev.counterpoint.infra.cli.archive;

import dev.counterpoint.infra.cli.platform.LongWork;
import dev.counterpoint.infra.cli.platform.Platform;
import dev.counterpoint.infra.cli.platform.PlatformOptions;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.OutputFormat;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** {@code archive}: copies all events to Parquet files. */
@Command(
        name = "archive",
        description = {
            "Copies all events of the running platform to Parquet files, with a manifest, checksums and a Merkle root, to its archive folder.",
            "An archive that was not finished is gone on with."
        })
public final class ArchiveCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Terminal terminal;

    @Mixin
    private PlatformOptions options = new PlatformOptions();

    public ArchiveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Platform platform = Platform.of(options.running(), PATIENCE);
        String path = "/v1/archives/"
                + platform.post("/v1/archives", MissingNode.getInstance())
                        .path("archiveId")
                        .stringValue();
        JsonNode archive = new LongWork(platform, terminal)
                .awaitEnd(
                        path,
                        "percent of all events",
                        "running",
                        "The command was interrupted; the platform goes on, see GET " + path + ".");
        if (!archive.path("state").stringValue().equals("finished")) {
            throw new CommandFailedException(
                    Exit.FAILED, "The archive failed: " + archive.path("detail").stringValue() + ".");
        }
        terminal.print(options.format() == OutputFormat.JSON ? archive.toString() : text(archive));
        return Exit.OK.code();
    }

    private static String text(JsonNode archive) {
        return String.format(
                Locale.ROOT,
                "%s: %,d events of %,d streams in %d files, %,d bytes; recorded before %s; root %s",
                archive.path("archiveId").stringValue(),
                archive.path("events").longValue(),
                archive.path("streams").longValue(),
                archive.path("files").size(),
                archive.path("bytes").longValue(),
                archive.path("cut").stringValue(),
                archive.path("root").stringValue());
    }
}
