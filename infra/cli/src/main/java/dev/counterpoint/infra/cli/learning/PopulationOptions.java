package dev.counterpoint.infra.cli.learning;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.simulator.world.GeneratedCatalog;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Option;

/** Who is simulated, and what they can hear. */
final class PopulationOptions {
    @Option(names = "--listeners", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int listeners = 800;

    @Option(names = "--cards", paramLabel = "N", description = "Of the made-up catalogue (default: ${DEFAULT-VALUE}).")
    private int cards = 2_000;

    @Option(names = "--seed", paramLabel = "N", description = "Of all chance (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    int listeners() {
        return positive("--listeners", listeners);
    }

    long seed() {
        return seed;
    }

    /** @param before when the last card was published */
    List<Card> catalog(Instant before) {
        return GeneratedCatalog.of(seed, positive("--cards", cards), before);
    }

    static int positive(String option, int value) {
        if (value < 1) {
            throw new CommandFailedException(Exit.USAGE, option + " is at least 1, not " + value + ".");
        }
        return value;
    }
}
