package dev.counterpoint.infra.server.settings;

import java.time.Duration;

/**
 * How the records of decisions are kept.
 *
 * @param retention 1 to 7,000 days
 */
public record DecisionOptions(Duration retention) {
    private static final Duration LEAST = Duration.ofDays(1);
    private static final Duration MOST = Duration.ofDays(7_000);

    public DecisionOptions {
        retention = Required.of("counterpoint.decisions.retention", retention);
        if (retention.compareTo(LEAST) < 0 || retention.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("counterpoint.decisions.retention is 1d to 7000d, not " + retention);
        }
    }
}
