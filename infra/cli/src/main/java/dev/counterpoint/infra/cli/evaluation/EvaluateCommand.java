package dev.counterpoint.infra.cli.evaluation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evaluate}: what another policy would have earned, from a log in a file. No platform needs to run. */
@Command(
        name = "evaluate",
        description = {
            "Judges from a log what another policy would have earned: every value with its interval, or why there is none.",
            "A log that a gate refuses is an answer too, and ends with 0; a file whose rows are at fault ends with 8."
        },
        synopsisSubcommandLabel = "COMMAND")
public final class EvaluateCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Explains the command.")
    @SuppressWarnings("UnusedVariable")
    private boolean help;
}
