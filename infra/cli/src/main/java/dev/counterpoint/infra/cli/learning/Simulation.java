package dev.counterpoint.infra.cli.learning;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.infra.cli.platform.CardLine;
import dev.counterpoint.infra.cli.platform.Platform;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.Progress;
import dev.counterpoint.infra.cli.terminal.Terminal;
import dev.counterpoint.infra.simulator.behaviour.BehaviourParameters;
import dev.counterpoint.infra.simulator.behaviour.Population;
import dev.counterpoint.infra.simulator.drive.DrivenListeners;
import dev.counterpoint.infra.simulator.drive.RewardTally;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Simulated listeners on a running platform, with the catalogue that they like. Not thread-safe. */
final class Simulation implements AutoCloseable {
    private static final int CALLS_AT_ONCE = 16;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Terminal terminal;
    private final PlatformOverHttp platform;
    private final DrivenListeners listeners;

    private Simulation(Terminal terminal, PlatformOverHttp platform, DrivenListeners listeners) {
        this.terminal = terminal;
        this.platform = platform;
        this.listeners = listeners;
    }

    /** Publishes the cards, and registers the listeners. */
    static Simulation begin(Platform platform, List<Card> cards, int count, long seed, Terminal terminal) {
        PlatformOverHttp http = new PlatformOverHttp(platform);
        Instant now = http.clock();
        publish(platform, cards, terminal);
        await("a page with shelves", () -> !http.home("nobody", 0).shelves().isEmpty());
        Catalog catalog = Catalog.empty()
                .with(
                        1,
                        Collections.nCopies(CatalogShards.COUNT, 0L),
                        cards.stream()
                                .<CatalogEvent>map(CatalogEvent.CardPublished::new)
                                .toList());
        Population population = new Population(BehaviourParameters.FIXED, catalog, seed);
        DrivenListeners listeners = new DrivenListeners(
                http, catalog, http.sources(), population.listeners(count, now), now, CALLS_AT_ONCE);
        terminal.say("Registering " + count + " listeners");
        listeners.register();
        return new Simulation(terminal, http, listeners);
    }

    private static void publish(Platform platform, List<Card> cards, Terminal terminal) {
        List<CardLine> lines = cards.stream()
                .map(card -> new CardLine(
                        card.cardId().value(),
                        card.kind().written(),
                        card.title(),
                        card.creators(),
                        card.tags(),
                        card.publishedAt()))
                .toList();
        try (Progress progress = terminal.progress("cards", 0, lines.size())) {
            platform.publishCards(lines, answer -> progress.reached(lines.size()));
        }
    }

    /** Waits until something holds, looking four times a second. */
    static void await(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new CommandFailedException(
                        Exit.FAILED, "The platform did not show " + what + " within a minute.");
            }
            try {
                Thread.sleep(250);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new CommandFailedException(Exit.FAILED, "The command was interrupted.");
            }
        }
    }

    /**
     * Lets days pass.
     *
     * @param task a noun for the progress
     */
    RewardTally days(String task, int days) {
        Instant from = listeners.now();
        try (Progress progress =
                terminal.progress(task, 0, Duration.ofDays(days).toHours())) {
            return listeners.run(
                    Duration.ofDays(days),
                    (now, pages) -> progress.reached(Duration.between(from, now).toHours()));
        }
    }

    /** Waits until a model serves: until one of some listeners of no account gets it. */
    void awaitModel(String modelId) {
        await("a page of model " + modelId, () -> {
            for (int probe = 0; probe < 8; probe++) {
                if (platform.home("nobody-" + probe, 0).servedBy().equals(modelId)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Waits until pages are made with a version of the vectors of cards. */
    void awaitEmbeddings(String version) {
        await(
                "a page made with " + version,
                () -> platform.embeddingsOf(platform.home("nobody", 0)).equals(version));
    }

    PlatformOverHttp platform() {
        return platform;
    }

    @Override
    public void close() {
        listeners.close();
    }
}
