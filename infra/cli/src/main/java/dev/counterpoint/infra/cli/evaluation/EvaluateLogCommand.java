package dev.counterpoint.infra.cli.evaluation;

import dev.counterpoint.infra.cli.files.InputFile;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.Progress;
import dev.counterpoint.infra.cli.terminal.Terminal;
import dev.counterpoint.training.offpolicy.Bounds;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate log}. */
@Command(
        name = "log",
        description = {
            "Judges a policy by a log of JSON lines, plain or packed with gzip or zstd. A line is"
                    + " {\"cluster\": \"ann\", \"actions\": [\"a\", \"b\"], \"propensities\": [.7, .3], \"target\": [.5, .5],"
                    + " \"chosen\": \"a\", \"reward\": 1, \"predicted\": [.2, .1]}, or"
                    + " {\"cluster\": \"ann\", \"propensity\": .7, \"targetPropensity\": .5, \"reward\": 1}.",
            "A cluster is whose rows are alike, such as a listener; without it each row is one. Its rows may stand anywhere."
        })
public final class EvaluateLogCommand implements Runnable {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The log; - is the standard input.")
    private Path path = Path.of("");

    @Option(
            names = "--rewards",
            paramLabel = "LOW,HIGH",
            split = ",",
            description =
                    "What a reward can be. With --largest-weight it gives IPS and DR intervals for any number of clusters.")
    private List<Double> rewards = List.of();

    @Option(
            names = "--largest-weight",
            paramLabel = "W",
            description = "What a weight can be, known from the policies and not from this log.")
    private double largestWeight = Double.POSITIVE_INFINITY;

    @Mixin
    private EvaluationOptions options = new EvaluationOptions();

    public EvaluateLogCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Bounds bounds = bounds();
        options.settings();
        options.estimators(Estimators.WITHOUT_MODEL);
        try (InputFile file = InputFile.open(path);
                LogJudge judge = new LogJudge(options, bounds, largestWeight)) {
            read(file, new LineParser(bounds, largestWeight), judge);
            terminal.print(
                    Report.of(judge.judgement(terminal), options.settings().confidence(), options.format()));
            if (!judge.hasClusters()) {
                terminal.say(
                        "Each row is a cluster of its own: the rows name none. Where some are of one listener, intervals are"
                                + " too narrow.");
            }
        }
    }

    private void read(InputFile file, LineParser parser, LogJudge judge) {
        LogReader reader = new LogReader(file, parser);
        if (file.size() == 0) {
            reader.read(judge, any -> {});
            return;
        }
        try (Progress progress = terminal.progress("bytes", 0, file.size())) {
            reader.read(judge, progress::reached);
        }
    }

    private @Nullable Bounds bounds() {
        if (!(largestWeight > 0)) {
            throw new CommandFailedException(Exit.USAGE, "The largest weight is above 0, not " + largestWeight + ".");
        }
        if (rewards.isEmpty()) {
            return null;
        }
        if (rewards.size() != 2
                || !(rewards.get(0) < rewards.get(1))
                || !Double.isFinite(rewards.get(1) - rewards.get(0))) {
            throw new CommandFailedException(
                    Exit.USAGE, "Rewards are from low to high, such as 0,1, not " + rewards + ".");
        }
        return new Bounds(rewards.get(0), rewards.get(1));
    }
}
