package dev.counterpoint.infra.cli.learning;

import dev.counterpoint.infra.cli.learning.Reproducing.Reproduced;
import dev.counterpoint.infra.cli.learning.TrainingRuns.Trained;
import dev.counterpoint.infra.cli.lifecycle.DetachedServer;
import dev.counterpoint.infra.cli.platform.Platform;
import dev.counterpoint.infra.cli.platform.PlatformOptions;
import dev.counterpoint.infra.cli.platform.RunningServer;
import dev.counterpoint.infra.cli.terminal.OutputFormat;
import dev.counterpoint.infra.cli.terminal.Terminal;
import dev.counterpoint.infra.simulator.drive.RewardTally;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code demo}: the whole story in minutes. */
@Command(
        name = "demo",
        description = {
            "Shows the whole story on a platform of its own: simulated listeners act for a week on pages of the baseline,"
                    + " vectors of cards and models are learned from what was recorded, the better one goes live without a restart, and they act"
                    + " for another week.",
            "A quarter of the listeners is in the popularity arm and a quarter in the uniform arm, many more than in"
                    + " earnest, so that the three can be compared. The platform runs on until \"stop\"; give --data a folder"
                    + " that no other platform has used."
        })
public final class DemoCommand implements Runnable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> SETTINGS = List.of(
            "--counterpoint.clock=simulated",
            "--counterpoint.home.popularity-share=0.25",
            "--counterpoint.home.uniform-share=0.25",
            "--counterpoint.statistics.interval=5s");

    private final Terminal terminal;

    @Mixin
    private PlatformOptions options = new PlatformOptions();

    @Mixin
    private PopulationOptions population = new PopulationOptions();

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "Of each of the two weeks, for a look in passing (default: ${DEFAULT-VALUE}).")
    private int days = 7;

    @Option(
            names = "--reproduce",
            paramLabel = "N",
            description = "How many pages are decided again, evenly among all (default: ${DEFAULT-VALUE}).")
    private int reproduced = 1_000;

    public DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        PopulationOptions.positive("--days", days);
        long started = System.nanoTime();
        RunningServer server = DetachedServer.start(options.data(), options.portToListenAt(), SETTINGS, terminal);
        Platform platform = Platform.of(server, PATIENCE);
        try (Simulation simulation = Simulation.begin(
                platform,
                population.catalog(new PlatformOverHttp(platform).clock()),
                population.listeners(),
                population.seed(),
                terminal)) {
            Map<String, RewardTally> weeks = new LinkedHashMap<>();
            weeks.put("week 1", simulation.days("hours of week 1, served by the baseline", days));
            TrainingRuns runs = new TrainingRuns(platform, terminal);
            String vectors = runs.learnEmbeddings();
            simulation.awaitEmbeddings(vectors);
            terminal.say("Cards stand where listeners' plays put them: pages are made with " + vectors + ".");
            Trained trained = runs.train(request());
            terminal.say(Tables.ofTraining(trained));
            String best = trained.best().path("modelId").stringValue();
            runs.makeLive(best);
            simulation.awaitModel(best);
            terminal.say("Model " + best + " is live, without a restart.");
            weeks.put("week 2", simulation.days("hours of week 2, served by " + best, days));
            Reproduced again = new Reproducing(platform, terminal)
                    .some(simulation.platform().decisions(), reproduced);
            print(weeks, vectors, trained, again, server, (System.nanoTime() - started) / 1e9);
        }
    }

    private static ObjectNode request() {
        ObjectNode request = new JsonMapper().createObjectNode();
        request.putArray("estimators").add("logistic").add("deep");
        return request;
    }

    private void print(
            Map<String, RewardTally> weeks,
            String vectors,
            Trained trained,
            Reproduced again,
            RunningServer server,
            double seconds) {
        if (options.format() == OutputFormat.JSON) {
            ObjectNode json = Tables.jsonOf(trained);
            json.set("rewards", Tables.jsonOf(weeks));
            json.put("embeddings", vectors);
            json.put("decidedAgain", again.asked()).put("identical", again.identical());
            json.put("url", server.url().toString()).put("seconds", seconds);
            terminal.print(json.toString());
            return;
        }
        terminal.print(Tables.ofRewards(weeks));
        terminal.print(String.format(
                Locale.ROOT,
                "%n%d of %d pages that were decided again came out bit for bit.%n"
                        + "It took %.0f s. The platform is at %s; stop it with: ./counterpoint stop --data %s",
                again.identical(),
                again.asked(),
                seconds,
                server.url(),
                options.data().path()));
    }
}
