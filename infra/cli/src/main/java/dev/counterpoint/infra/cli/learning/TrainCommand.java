package dev.counterpoint.infra.cli.learning;

import dev.counterpoint.infra.cli.learning.TrainingRuns.Trained;
import dev.counterpoint.infra.cli.platform.Platform;
import dev.counterpoint.infra.cli.platform.PlatformOptions;
import dev.counterpoint.infra.cli.terminal.OutputFormat;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code train}: a training on a running platform, to its end. */
@Command(
        name = "train",
        description = {
            "Trains models on what the running platform has recorded, and shows what they would be worth.",
            "Interrupted, the training goes on; the same command looks at it again only if it names --to."
        })
public final class TrainCommand implements Runnable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Terminal terminal;

    @Mixin
    private PlatformOptions options = new PlatformOptions();

    @Option(
            names = "--estimators",
            paramLabel = "NAME",
            split = ",",
            description =
                    "What learns: logistic, logistic-plain, deep, factorization, trees (default: ${DEFAULT-VALUE}).")
    private List<String> estimators = List.of("logistic", "deep");

    @Option(names = "--from", paramLabel = "INSTANT", description = "Pages served then or later (default: all).")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "INSTANT", description = "Pages served before then (default: all settled).")
    private @Nullable Instant to;

    @Option(
            names = "--reward",
            paramLabel = "NAME",
            description = "click, stream30s, completion, playedMs or save (default: ${DEFAULT-VALUE}).")
    private String reward = "click";

    @Option(names = "--seed", paramLabel = "N", description = "Of all chance (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--live", description = "Make the model live that predicts held-out rows best.")
    private boolean live;

    public TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        TrainingRuns runs = new TrainingRuns(Platform.of(options.running(), PATIENCE), terminal);
        Trained trained = runs.train(request());
        terminal.print(
                options.format() == OutputFormat.JSON ? Tables.jsonOf(trained).toString() : Tables.ofTraining(trained));
        if (live) {
            String best = trained.best().path("modelId").stringValue();
            runs.makeLive(best);
            terminal.say("Model " + best + " is live.");
        }
    }

    private ObjectNode request() {
        ObjectNode request =
                new JsonMapper().createObjectNode().put("reward", reward).put("seed", seed);
        ArrayNode names = request.putArray("estimators");
        estimators.forEach(names::add);
        if (from != null) {
            request.put("from", from.toString());
        }
        if (to != null) {
            request.put("to", to.toString());
        }
        return request;
    }
}
