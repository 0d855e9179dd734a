package dev.counterpoint.infra.server.settings;

import dev.counterpoint.domain.listener.Tier;

/**
 * How many times epsilon, or the temperature, listeners of a tier get; each greater than 0.
 *
 * @param free of {@link Tier#FREE}
 * @param freeShuffle of {@link Tier#FREE_SHUFFLE}
 * @param premium of {@link Tier#PREMIUM}
 */
public record ExplorationOptions(double free, double freeShuffle, double premium) {
    private static final String PREFIX = "counterpoint.home.exploration.";

    public ExplorationOptions {
        free = Required.positive(PREFIX + "free", free);
        freeShuffle = Required.positive(PREFIX + "free-shuffle", freeShuffle);
        premium = Required.positive(PREFIX + "premium", premium);
    }

    double of(Tier tier) {
        return switch (tier) {
            case FREE -> free;
            case FREE_SHUFFLE -> freeShuffle;
            case PREMIUM -> premium;
        };
    }
}
