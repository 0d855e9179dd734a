package dev.counterpoint.infra.server.settings;

import java.time.Duration;

/**
 * How what listeners do is counted.
 *
 * @param interval between two versions, if anything changed
 */
public record StatisticsOptions(Duration interval) {
    public StatisticsOptions {
        interval = Required.positive("counterpoint.statistics.interval", interval);
    }
}
