package dev.counterpoint.query.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.domain.statistics.StatisticsChange;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The statistics by version, read from their store. Versions share what they have in common, so the newest ones stay in memory; an older one
 * is built again, from the nearest one below it. Thread-safe.
 */
public final class FollowedStatistics implements StatisticsVersions {
    private static final long KEPT = 32;
    /** From here on a base and the changes after it are less to read than all changes. */
    private static final long FAR = 60;

    private final StatisticsStore store;
    private final Cache<Long, Statistics> held =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private volatile Statistics current = Statistics.empty();

    /** Holds the empty version until it {@link #follow follows}. */
    public FollowedStatistics(StatisticsStore store) {
        this.store = store;
    }

    /**
     * Goes on to the newest version.
     *
     * @return whether there was a newer one
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if it cannot be read now
     */
    public synchronized boolean follow() {
        long newest = store.latest();
        Statistics before = current;
        if (newest <= before.version()) {
            return false;
        }
        held.put(before.version(), before);
        current = newest - before.version() < FAR ? advanced(before, newest) : built(newest);
        return true;
    }

    @Override
    public Statistics current() {
        return current;
    }

    @Override
    public Statistics at(long version) {
        Statistics newest = current;
        return newest.version() == version ? newest : held.get(version, this::built);
    }

    private Statistics built(long version) {
        Statistics nearest = Stream.concat(Stream.of(current, Statistics.empty()), held.asMap().values().stream())
                .filter(known -> known.version() <= version)
                .max(Comparator.comparingLong(Statistics::version))
                .orElse(Statistics.empty());
        if (version - nearest.version() >= FAR) {
            Statistics base = store.baseUpTo(version);
            nearest = base.version() > nearest.version() ? base : nearest;
        }
        return advanced(nearest, version);
    }

    private Statistics advanced(Statistics from, long version) {
        Statistics statistics = from;
        while (statistics.version() < version) {
            statistics = statistics.with(changeTo(statistics.version() + 1));
        }
        return statistics;
    }

    private StatisticsChange changeTo(long version) {
        return store.change(version)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no version " + version + " of the statistics"));
    }
}
