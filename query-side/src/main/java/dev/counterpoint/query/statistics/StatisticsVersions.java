package dev.counterpoint.query.statistics;

import dev.counterpoint.domain.statistics.Statistics;

/** The statistics by version. A version never changes, and is kept as long as decisions cite it. Thread-safe. */
public interface StatisticsVersions {

    /** The newest version that this process holds; never blocks. */
    Statistics current();

    /**
     * @throws IllegalArgumentException if there is no such version
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if it cannot be read now
     */
    Statistics at(long version);
}
