package dev.counterpoint.infra.cli.comparison;

import dev.counterpoint.infra.cli.platform.Platform;
import dev.counterpoint.infra.cli.platform.PlatformOptions;
import dev.counterpoint.infra.cli.platform.Sentences;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.OutputFormat;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Writes all that was found to one HTML file besides, which needs nothing else.")
    private @Nullable Path html;

    public CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        FinishedTrainings trainings = new FinishedTrainings(Platform.of(options.running(), PATIENCE));
        JsonNode training =
                runId == null ? trainings.newest().orElseThrow(this::noneIsFinished) : trainings.named(runId);
        JsonNode answer = trainings.comparisonOf(training.path("runId").stringValue());
        String own = training.path("reward").stringValue("click");
        if (options.format() == OutputFormat.JSON) {
            terminal.print(answer.toString());
        } else {
            terminal.print(text(Findings.of(answer), reward == null ? own : reward));
        }
        if (html != null) {
            write(new ComparisonPage(Findings.of(answer), own).written(), html.toAbsolutePath());
            terminal.say("All that was found stands in " + html + ".");
        }
    }

    private String text(Findings findings, String shown) {
        if (findings.of(shown, slice).isEmpty()) {
            throw new CommandFailedException(
                    Exit.USAGE,
                    "The training has no value of the reward " + shown + " in the slice " + slice
                            + ". It has the rewards " + String.join(", ", findings.rewards()) + " and the slices "
                            + String.join(", ", findings.slices()) + "; only its own reward has slices.");
        }
        return new ComparisonText(findings, shown, slice).written(withAll);
    }

    /** Whoever reads the file meets the old page or the new one. */
    private static void write(String page, Path file) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(beside, page);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new CommandFailedException(
                    Exit.FAILED, "The file " + file + " cannot be written: " + Sentences.of(failed) + ".");
        }
    }

    private CommandFailedException noneIsFinished() {
        return new CommandFailedException(
                Exit.FAILED,
                "No training has finished yet. Start one with: "
                        + options.data().command("train"));
    }
}
