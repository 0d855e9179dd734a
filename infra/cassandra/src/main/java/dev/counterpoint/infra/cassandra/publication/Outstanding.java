package dev.counterpoint.infra.cassandra.publication;

import dev.counterpoint.domain.event.StreamId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What this process has announced and not yet seen arrive. Knows no clock: times are nanoseconds of the caller's. Thread-safe.
 */
final class Outstanding {
    private static final long NEVER = Long.MIN_VALUE;

    private final long unsettledNanos;
    private final Map<StreamId, Entry> byStream = new HashMap<>();

    /** @param unsettledFor how long an append whose outcome is unknown may still land */
    Outstanding(Duration unsettledFor) {
        this.unsettledNanos = unsettledFor.toNanos();
    }

    private record Announcement(long expectedVersion, long bucket, long at) {}

    private static final class Entry {
        private final List<Announcement> underWay = new ArrayList<>(1);
        private int failures;
        private long repairAfter = Long.MAX_VALUE;
        private long repairBucket = Long.MAX_VALUE;
        private long unsettledUntil = NEVER;

        void repair(Announcement failed, long until) {
            failures++;
            repairAfter = Math.min(repairAfter, failed.expectedVersion());
            repairBucket = Math.min(repairBucket, failed.bucket());
            unsettledUntil = Math.max(unsettledUntil, until);
        }

        void repaired() {
            failures = 0;
            repairAfter = Long.MAX_VALUE;
            repairBucket = Long.MAX_VALUE;
            unsettledUntil = NEVER;
        }

        LongStream buckets() {
            LongStream pending = underWay.stream().mapToLong(Announcement::bucket);
            return failures == 0 ? pending : LongStream.concat(pending, LongStream.of(repairBucket));
        }
    }

    synchronized void announced(Intent intent, long bucket, long now) {
        byStream.computeIfAbsent(intent.stream(), stream -> new Entry())
                .underWay
                .add(new Announcement(intent.expectedVersion(), bucket, now));
    }

    /** The announced events arrived, or will never be there. */
    synchronized void settled(StreamId stream, long expectedVersion) {
        Entry entry = byStream.get(stream);
        if (entry != null) {
            take(entry, expectedVersion);
            removeWhenDone(stream, entry);
        }
    }

    /** The announced events are in the log and did not arrive. */
    synchronized void notArrived(StreamId stream, long expectedVersion) {
        toRepair(stream, expectedVersion, NEVER);
    }

    /** The announced events may turn up in the log. */
    synchronized void unknown(StreamId stream, long expectedVersion, long now) {
        toRepair(stream, expectedVersion, now + unsettledNanos);
    }

    private void toRepair(StreamId stream, long expectedVersion, long until) {
        Entry entry = byStream.get(stream);
        Announcement announced = entry == null ? null : take(entry, expectedVersion);
        if (entry != null && announced != null) {
            entry.repair(announced, until);
        }
    }

    private static @Nullable Announcement take(Entry entry, long expectedVersion) {
        for (Iterator<Announcement> each = entry.underWay.iterator(); each.hasNext(); ) {
            Announcement announced = each.next();
            if (announced.expectedVersion() == expectedVersion) {
                each.remove();
                return announced;
            }
        }
        return null;
    }

    private void removeWhenDone(StreamId stream, Entry entry) {
        if (entry.underWay.isEmpty() && entry.failures == 0) {
            byStream.remove(stream);
        }
    }

    /** The streams to repair. An announcement of which nothing was heard for very long counts as one of unknown outcome. */
    synchronized List<Repair> repairs(long now) {
        List<Repair> repairs = new ArrayList<>();
        byStream.forEach((stream, entry) -> {
            List<Announcement> forgotten = entry.underWay.stream()
                    .filter(announced -> now - announced.at() > 2 * unsettledNanos)
                    .toList();
            forgotten.forEach(announced -> entry.repair(announced, NEVER));
            entry.underWay.removeAll(forgotten);
            if (entry.failures > 0) {
                repairs.add(new Repair(stream, entry.repairAfter, entry.failures));
            }
        });
        return repairs;
    }

    /**
     * The events of a stream up to a version arrived, read from the log.
     *
     * @param began when reading began
     */
    synchronized void repaired(Repair repair, long throughVersion, long began) {
        Entry entry = byStream.get(repair.stream());
        if (entry == null) {
            return;
        }
        // What failed in the meantime may not have been in the log yet when it was read.
        if (entry.failures == repair.failures() && began >= entry.unsettledUntil) {
            entry.repaired();
            removeWhenDone(repair.stream(), entry);
        } else if (entry.failures == repair.failures()) {
            entry.repairAfter = Math.max(entry.repairAfter, throughVersion);
        }
    }

    /** The bucket of the oldest announcement that is not settled. */
    synchronized OptionalLong oldestBucket() {
        return byStream.values().stream().flatMapToLong(Entry::buckets).min();
    }

    /** Everything that is not settled, each stream with the lowest version in question. */
    synchronized List<Intent> all() {
        List<Intent> intents = new ArrayList<>();
        byStream.forEach((stream, entry) -> intents.add(new Intent(
                stream,
                Math.min(
                        entry.repairAfter,
                        entry.underWay.stream()
                                .mapToLong(Announcement::expectedVersion)
                                .min()
                                .orElse(Long.MAX_VALUE)))));
        return intents;
    }

    synchronized int size() {
        return byStream.size();
    }
}
