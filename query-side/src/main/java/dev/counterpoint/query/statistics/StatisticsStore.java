package dev.counterpoint.query.statistics;

import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.domain.statistics.StatisticsChange;
import java.util.Optional;

/**
 * Keeps the versions of the statistics, each as a change of the one before it, and some of them whole as well. A version, once there, never
 * changes. Thread-safe.
 */
public interface StatisticsStore {

    /** The number of the newest version; 0 where there is none. */
    long latest();

    /** What leads to a version from the one before it; empty where there is no such version. */
    Optional<StatisticsChange> change(long version);

    /** Of the versions that are kept whole the newest one that is not above a number; version 0 where there is none. */
    Statistics baseUpTo(long version);

    /**
     * Adds a version unless its number is taken: false if it is. It is there as a whole or not at all.
     *
     * @param change of the version before it
     */
    boolean add(StatisticsChange change);

    /** Keeps a version, which must be there, whole as well. */
    void addBase(Statistics whole);
}
