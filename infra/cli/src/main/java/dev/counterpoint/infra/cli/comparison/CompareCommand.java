package dev.counterpoint.infra.cli.comparison;

import dev.counterpoint.infra.cli.platform.Platform;
import dev.counterpoint.infra.cli.platform.PlatformOptions;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.OutputFormat;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code compare}: what a training found of all policies. */
@Command(
        name = "compare",
        description = {
            "Shows what a training on a running platform found of all policies: what was served, and what candidates would"
                    + " have earned on the same pages.",
            "These are values of one page at the logged states; what deploying brings is measured by arms and canaries only."
        })
public final class CompareCommand implements Runnable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Terminal terminal;

    @Mixin
    private PlatformOptions options = new PlatformOptions();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "RUN_ID",
            description = "The training (default: the newest that is finished).")
    private @Nullable String runId;

    @Option(
            names = "--reward",
            paramLabel = "NAME",
            description = "The reward to show (default: that of the training).")
    private @Nullable String reward;

    @Option(
            names = "--slice",
            paramLabel = "NAME",
            description =
                    "all, or such as tier=premium, country=SE, listener=new, kind=track (default: ${DEFAULT-VALUE}).")
    private String slice = Findings.ALL_PAGES;

    @Option(names = "--all", description = "Shows the values by all estimators, not by DR only.")
    private boolean withAll;

    public CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        FinishedTrainings trainings = new FinishedTrainings(Platform.of(options.running(), PATIENCE));
        JsonNode training =
                runId == null ? trainings.newest().orElseThrow(this::noneIsFinished) : trainings.named(runId);
        JsonNode answer = trainings.comparisonOf(training.path("runId").stringValue());
        if (options.format() == OutputFormat.JSON) {
            terminal.print(answer.toString());
        } else {
            Findings findings = Findings.of(answer);
            terminal.print(new ComparisonText(findings, shownReward(training, findings), slice).written(withAll));
        }
    }

    private String shownReward(JsonNode training, Findings findings) {
        String shown = reward == null ? training.path("reward").stringValue("click") : reward;
        if (findings.of(shown, slice).isEmpty()) {
            throw new CommandFailedException(
                    Exit.USAGE,
                    "The training has no value of the reward " + shown + " in the slice " + slice
                            + ". It has the rewards " + String.join(", ", findings.rewards()) + " and the slices "
                            + String.join(", ", findings.slices()) + "; only its own reward has slices.");
        }
        return shown;
    }

    private CommandFailedException noneIsFinished() {
        return new CommandFailedException(
                Exit.FAILED,
                "No training has finished yet. Start one with: "
                        + options.data().command("train"));
    }
}
