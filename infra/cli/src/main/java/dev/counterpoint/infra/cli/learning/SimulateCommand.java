package dev.counterpoint.infra.cli.learning;

import dev.counterpoint.infra.cli.platform.Platform;
import dev.counterpoint.infra.cli.platform.PlatformOptions;
import dev.counterpoint.infra.cli.terminal.OutputFormat;
import dev.counterpoint.infra.cli.terminal.Terminal;
import dev.counterpoint.infra.simulator.drive.RewardTally;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code simulate}: listeners with a known taste act on a running platform. */
@Command(
        name = "simulate",
        description = {
            "Lets simulated listeners act on a running platform that lives in simulated time"
                    + " (COUNTERPOINT_CLOCK=simulated ./counterpoint up).",
            "They like what they like in a made-up catalogue, which is published first. Each run brings listeners of the same"
                    + " names, who begin anew."
        })
public final class SimulateCommand implements Runnable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Terminal terminal;

    @Mixin
    private PlatformOptions options = new PlatformOptions();

    @Mixin
    private PopulationOptions population = new PopulationOptions();

    @Option(names = "--days", paramLabel = "N", description = "Of simulated time (default: ${DEFAULT-VALUE}).")
    private int days = 7;

    public SimulateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Platform platform = Platform.of(options.running(), PATIENCE);
        try (Simulation simulation = Simulation.begin(
                platform,
                population.catalog(new PlatformOverHttp(platform).clock()),
                population.listeners(),
                population.seed(),
                terminal)) {
            RewardTally tally = simulation.days("simulated hours", PopulationOptions.positive("--days", days));
            Map<String, RewardTally> spans = Map.of("all", tally);
            terminal.print(
                    options.format() == OutputFormat.JSON ? Tables.jsonOf(spans).toString() : Tables.ofRewards(spans));
        }
    }
}
