package dev.counterpoint.infra.cli.ingest;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Groups the imports by their sources. */
@Command(name = "import", description = "Pours a data set into the running platform.")
public final class ImportCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Explains the command.")
    @SuppressWarnings("UnusedVariable")
    private boolean help;
}
