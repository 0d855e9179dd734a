package dev.counterpoint.infra.cli.evaluation;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.OutputFormat;
import dev.counterpoint.training.offpolicy.HonestyGate;
import dev.counterpoint.training.offpolicy.LogEvaluation;
import java.util.List;
import picocli.CommandLine.Option;

/** What every evaluation can be told. */
final class EvaluationOptions {
    private static final int FEWEST_REPLICATES = 100;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Explains the command.")
    @SuppressWarnings("UnusedVariable")
    private boolean help;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How figures are printed: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(
            names = "--estimators",
            paramLabel = "NAME",
            split = ",",
            description = "IPS, SNIPS, SNIPS-gain, DM, DR, SNDR; with a λ: CIPS:10, Switch-DR:10, DRos:100, SG-IPS:0.1,"
                    + " SG-DR:0.1 (default: the usual ones).")
    private List<String> estimators = List.of();

    @Option(
            names = "--replicates",
            paramLabel = "N",
            description = "Of each bootstrap, at least 100 (default: ${DEFAULT-VALUE}).")
    private int replicates = 1_000;

    @Option(names = "--confidence", paramLabel = "C", description = "Of each interval (default: ${DEFAULT-VALUE}).")
    private double confidence = 0.95;

    @Option(names = "--seed", paramLabel = "N", description = "Of all chance (default: ${DEFAULT-VALUE}).")
    private long seed = 12_345;

    OutputFormat format() {
        return format;
    }

    /** @param usual where none are named */
    List<Estimators> estimators(List<String> usual) {
        return (estimators.isEmpty() ? usual : estimators)
                .stream().map(Estimators::of).toList();
    }

    LogEvaluation.Settings settings() {
        if (replicates < FEWEST_REPLICATES) {
            throw new CommandFailedException(
                    Exit.USAGE,
                    "A bootstrap has at least " + FEWEST_REPLICATES + " replicates, not " + replicates + ".");
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new CommandFailedException(Exit.USAGE, "A confidence is between 0 and 1, not " + confidence + ".");
        }
        return new LogEvaluation.Settings(replicates, confidence, seed, HonestyGate.STANDARD);
    }
}
