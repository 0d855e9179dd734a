package dev.counterpoint.infra.cli.evaluation;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.Progress;
import dev.counterpoint.infra.cli.terminal.Terminal;
import dev.counterpoint.training.offpolicy.Bounds;
import dev.counterpoint.training.offpolicy.LogEvaluation;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate openbandit}. */
@Command(
        name = "openbandit",
        description = {
            "Judges a policy of the Open Bandit Dataset by the log of another: LOGGING-CAMPAIGN.csv.gz (or .csv) in the folder, with"
                    + " bts_action_dist_CAMPAIGN.csv beside it, a line per item and a column per position.",
            "The dataset names no users, so each row is a cluster of its own."
        })
public final class EvaluateOpenBanditCommand implements Runnable {
    private static final List<String> USUAL = List.of(
            "IPS",
            "SNIPS",
            "SNIPS-gain",
            "DM",
            "DR",
            "SNDR",
            "CIPS:1",
            "CIPS:5",
            "CIPS:10",
            "CIPS:50",
            "CIPS:100",
            "CIPS:500",
            "Switch-DR:1",
            "Switch-DR:5",
            "Switch-DR:10",
            "Switch-DR:50",
            "Switch-DR:100",
            "DRos:1",
            "DRos:10",
            "DRos:100",
            "DRos:1000");
    private static final Bounds CLICKS = new Bounds(0, 1);
    /** As the dataset writes it, 1 / items has some 17 digits. */
    private static final double ROUNDING = 1e-9;

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "The folder with the files.")
    private Path folder = Path.of("");

    @Option(names = "--campaign", required = true, paramLabel = "NAME", description = "men, women or all.")
    private String campaign = "";

    @Option(
            names = "--logging",
            required = true,
            paramLabel = "POLICY",
            description = "Whose log it is: ${COMPLETION-CANDIDATES}.")
    private Policy logging = Policy.RANDOM;

    @Option(
            names = "--target",
            required = true,
            paramLabel = "POLICY",
            description = "Which policy is judged: ${COMPLETION-CANDIDATES}.")
    private Policy target = Policy.BTS;

    @Mixin
    private EvaluationOptions options = new EvaluationOptions();

    public EvaluateOpenBanditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        LogEvaluation.Settings settings = options.settings();
        List<Estimators> estimators = options.estimators(USUAL);
        ActionDistribution sampling = ActionDistribution.read(fileOf("bts_action_dist_" + campaign));
        ActionDistribution wanted = target == Policy.BTS ? sampling : sampling.uniform();
        LogEvaluation evaluation = evaluate(fileOf(logging + "-" + campaign), wanted, estimators, settings);
        terminal.print(Report.of(evaluation.judgement(), settings.confidence(), options.format()));
        terminal.say(
                "Each row is a cluster of its own: the dataset names no users. Rows of one user are alike, so intervals"
                        + " may be too narrow.");
    }

    private LogEvaluation evaluate(
            Path file, ActionDistribution wanted, List<Estimators> estimators, LogEvaluation.Settings settings) {
        long bytes = new File(file.toString()).length();
        try (Progress progress = terminal.progress("bytes, read twice", 0, 2 * bytes)) {
            OpenBanditLog log = OpenBanditLog.check(file, wanted, progress::reached);
            double largestWeight = largestWeight(log, wanted);
            LogEvaluation evaluation = new LogEvaluation(
                    estimators.stream()
                            .map(each -> each.asked(CLICKS, largestWeight, false))
                            .toList(),
                    settings);
            log.weigh(evaluation, read -> progress.reached(bytes + read));
            return evaluation;
        }
    }

    /** Known before any row is seen only where the log is uniform: what others showed, their rows alone tell. */
    private double largestWeight(OpenBanditLog log, ActionDistribution wanted) {
        double uniform = 1.0 / wanted.items();
        return logging == Policy.RANDOM && log.leastPropensity() >= uniform * (1 - ROUNDING)
                ? wanted.largest() / uniform * (1 + 2 * ROUNDING)
                : Double.POSITIVE_INFINITY;
    }

    private Path fileOf(String name) {
        @Nullable Path found = null;
        for (String ending : List.of(".csv", ".csv.gz")) {
            Path file = folder.resolve(name + ending);
            found = found == null && Files.exists(file) ? file : found;
        }
        if (found == null) {
            throw new CommandFailedException(
                    Exit.BROKEN_INPUT, folder + " has neither " + name + ".csv nor " + name + ".csv.gz in it.");
        }
        return found;
    }
}
