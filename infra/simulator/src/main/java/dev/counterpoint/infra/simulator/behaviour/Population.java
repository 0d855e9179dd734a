package dev.counterpoint.infra.simulator.behaviour;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.random.SeededRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** All listeners of a simulation, and what they agree on: how good each card is. */
public final class Population {
    private final BehaviourParameters parameters;
    private final long seed;
    private final TasteTags tags;
    private final Map<CardId, Double> quality = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException if the catalogue has no tag with 10 cards */
    public Population(BehaviourParameters parameters, Catalog catalog, long seed) {
        this.parameters = parameters;
        this.seed = seed;
        this.tags = new TasteTags(catalog);
    }

    /**
     * The listeners with the numbers 0 to count − 1, the same each time.
     *
     * @param start of the simulation, from which on tastes drift
     */
    public List<SimulatedListener> listeners(int count, Instant start) {
        return IntStream.range(0, count)
                .mapToObj(number -> new SimulatedListener(this, "listener-" + number, start))
                .toList();
    }

    BehaviourParameters parameters() {
        return parameters;
    }

    long seed() {
        return seed;
    }

    TasteTags tags() {
        return tags;
    }

    /** How good a card is, whatever it is: in standard deviations. */
    double quality(CardId card) {
        return quality.computeIfAbsent(card, any -> {
            RandomGenerator chance = SeededRandom.of(seed, "quality " + card)::nextLong;
            return chance.nextGaussian();
        });
    }
}
