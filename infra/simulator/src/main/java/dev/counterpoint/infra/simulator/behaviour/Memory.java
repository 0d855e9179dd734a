package dev.counterpoint.infra.simulator.behaviour;

import dev.counterpoint.domain.catalog.CardId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How often something happened with each card lately: counts that fade. Not thread-safe. */
final class Memory {
    private static final double NANOS_OF_AN_HOUR = 3.6e12;

    private final Map<CardId, Trace> traces = new HashMap<>();
    private final double halfLifeHours;

    private record Trace(double count, Instant at) {}

    Memory(double halfLifeHours) {
        this.halfLifeHours = halfLifeHours;
    }

    double count(CardId card, Instant now) {
        Trace trace = traces.get(card);
        return trace == null ? 0 : faded(trace, now);
    }

    void add(CardId card, Instant now) {
        traces.put(card, new Trace(count(card, now) + 1, now));
    }

    private double faded(Trace trace, Instant now) {
        double hours = Duration.between(trace.at(), now).toNanos() / NANOS_OF_AN_HOUR;
        return trace.count() * Math.pow(0.5, Math.max(hours, 0) / halfLifeHours);
    }
}
