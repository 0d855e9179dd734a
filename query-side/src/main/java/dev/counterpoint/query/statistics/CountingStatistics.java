package dev.counterpoint.query.statistics;

import dev.counterpoint.domain.event.EventBatch;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.lease.Leases;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.domain.statistics.StatisticsChange;
import dev.counterpoint.domain.statistics.StatisticsFold;
import dev.counterpoint.domain.time.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts what listeners do into versions of the statistics. One process at a time counts; whoever takes over goes on behind the offsets that
 * the newest version covers. An event that was published twice is counted once, as long as it comes again among the last events of its
 * partition. Where a lease overlaps, the taken number decides, and the loser begins anew. Not thread-safe.
 */
public final class CountingStatistics implements AutoCloseable {
    private static final String WORK = "statistics";
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration LONGEST_COUNT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration BASE_EVERY = Duration.ofHours(1);
    private static final long MOST_CHANGES_AFTER_BASE = 120;
    private static final long READ_AGAIN = 10_000;
    private static final long STREAMS_REMEMBERED = 200_000;

    private final StatisticsStore store;
    private final EventOffsets log;
    private final Leases leases;
    private final PlatformClock clock;
    private final String holder;
    private @Nullable Counting counting;

    /** @param holder names this process among all */
    public CountingStatistics(
            StatisticsStore store, EventOffsets log, Leases leases, PlatformClock clock, String holder) {
        this.store = store;
        this.log = log;
        this.leases = leases;
        this.clock = clock;
        this.holder = holder;
    }

    /**
     * Counts what has arrived, for some seconds at most, and ends a version with it.
     *
     * @return empty if nothing was to be counted, or another process counts
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if the store does not answer; call again later
     */
    public Optional<StatisticsChange> count() {
        if (!leases.acquire(WORK, holder, LEASE)) {
            stop();
            return Optional.empty();
        }
        try {
            return version(counting());
        } catch (RuntimeException failed) {
            stop();
            throw failed;
        }
    }

    /** Leaves the counting to others. */
    @Override
    public void close() {
        stop();
        leases.release(WORK, holder);
    }

    private Counting counting() {
        Counting going = counting;
        if (going == null) {
            going = new Counting(newest());
            counting = going;
        }
        return going;
    }

    private Statistics newest() {
        FollowedStatistics followed = new FollowedStatistics(store);
        followed.follow();
        return followed.current();
    }

    private Optional<StatisticsChange> version(Counting going) {
        going.readOn();
        Optional<StatisticsChange> change = going.cut(clock.now());
        if (change.isEmpty()) {
            return change;
        }
        if (!store.add(change.get())) {
            stop();
            return Optional.empty();
        }
        going.keepBase();
        return change;
    }

    private void stop() {
        Counting going = counting;
        counting = null;
        if (going != null) {
            going.reading.close();
        }
    }

    /** The state of the process that counts. */
    private final class Counting {
        private final StatisticsFold fold;
        private final Map<Integer, Long> covered;
        private final Map<Integer, Long> offsets;
        private final EventOffsets.Reading reading;
        private final SeenSequences seen = new SeenSequences(STREAMS_REMEMBERED);
        private Statistics base;

        Counting(Statistics newest) {
            this.fold = new StatisticsFold(newest);
            this.covered = Map.copyOf(newest.offsets());
            this.offsets = new TreeMap<>(newest.offsets());
            this.base = store.baseUpTo(newest.version());
            this.reading = log.after(covered, READ_AGAIN);
        }

        void readOn() {
            long deadline = System.nanoTime() + LONGEST_COUNT.toNanos();
            do {
                reading.next(PATIENCE).forEach(this::take);
            } while (reading.isBehind() && System.nanoTime() < deadline);
        }

        private void take(EventBatch batch) {
            boolean isCovered = batch.firstOffset() <= covered.getOrDefault(batch.partition(), -1L);
            for (RecordedEvent event : batch.events()) {
                if (seen.isFirst(event) && !isCovered) {
                    fold.apply(event);
                }
            }
            offsets.merge(batch.partition(), batch.nextOffset() - 1, Math::max);
        }

        Optional<StatisticsChange> cut(Instant now) {
            return fold.cut(fold.latest().version() + 1, offsets, now);
        }

        void keepBase() {
            Statistics latest = fold.latest();
            boolean isDue = latest.version() - base.version() >= MOST_CHANGES_AFTER_BASE
                    || !base.cutAt().plus(BASE_EVERY).isAfter(latest.cutAt());
            if (isDue) {
                store.addBase(latest);
                base = latest;
            }
        }
    }
}
