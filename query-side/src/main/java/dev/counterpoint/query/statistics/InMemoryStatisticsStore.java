package dev.counterpoint.query.statistics;

import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.domain.statistics.StatisticsChange;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Versions within one process. */
public final class InMemoryStatisticsStore implements StatisticsStore {
    private final ConcurrentSkipListMap<Long, StatisticsChange> changes = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Long, Statistics> bases =
            new ConcurrentSkipListMap<>(Map.of(0L, Statistics.empty()));

    @Override
    public long latest() {
        return changes.isEmpty() ? 0 : changes.lastKey();
    }

    @Override
    public Optional<StatisticsChange> change(long version) {
        return Optional.ofNullable(changes.get(version));
    }

    @Override
    public Statistics baseUpTo(long version) {
        return bases.floorEntry(version).getValue();
    }

    @Override
    public boolean add(StatisticsChange change) {
        return changes.putIfAbsent(change.version(), change) == null;
    }

    @Override
    public void addBase(Statistics whole) {
        bases.put(whole.version(), whole);
    }
}
