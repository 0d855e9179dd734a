package dev.counterpoint.infra.cli.platform;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.OutputFormat;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command can be told: which platform, and how to print. */
public final class PlatformOptions {
    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The folder that holds everything the platform keeps (default: .counterpoint in the project).")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port on 127.0.0.1 (default: 8080, or that of the running platform).")
    private @Nullable Integer port;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How figures are printed: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Explains the command.")
    @SuppressWarnings("UnusedVariable")
    private boolean help;

    public DataFolder data() {
        return new DataFolder(data == null ? root().resolve(".counterpoint") : data);
    }

    /** The folder of the project, or of an installation. */
    public static Path root() {
        return Path.of(System.getProperty("counterpoint.root", "")).toAbsolutePath();
    }

    /** The port that was named, if one was. */
    public Optional<Integer> port() {
        if (port != null && (port < 1 || port > HIGHEST_PORT)) {
            throw new CommandFailedException(Exit.USAGE, "A port is 1 to 65535, not " + port + ".");
        }
        return Optional.ofNullable(port);
    }

    public int portToListenAt() {
        return port().orElse(DEFAULT_PORT);
    }

    /**
     * The platform that runs on the data folder.
     *
     * @throws CommandFailedException if none does, or at another port than the one named
     */
    public RunningServer running() {
        return data().running(port());
    }

    public OutputFormat format() {
        return format;
    }
}
