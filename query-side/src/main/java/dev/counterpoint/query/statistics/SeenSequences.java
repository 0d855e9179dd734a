package dev.counterpoint.query.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells events that come for the first time from those that come again, within bounded memory: of a stream that it has forgotten, or never
 * met, it takes any event for a first one. Events may come late. Not thread-safe.
 */
final class SeenSequences {
    private static final int MOST_MISSING = 256;

    private final Cache<StreamId, Seen> streams;

    /** @param remembered how many streams, those that were met last */
    SeenSequences(long remembered) {
        this.streams = Caffeine.newBuilder()
                .maximumSize(remembered)
                .executor(Runnable::run)
                .build();
    }

    /** Whether an event was not met before; it is from now on. */
    boolean isFirst(RecordedEvent event) {
        Seen seen = streams.getIfPresent(event.stream());
        if (seen == null) {
            streams.put(event.stream(), new Seen(event.sequence()));
            return true;
        }
        return seen.isFirst(event.sequence());
    }

    private static final class Seen {
        private final Set<Long> missing = new TreeSet<>();
        private long highest;

        Seen(long highest) {
            this.highest = highest;
        }

        boolean isFirst(long sequence) {
            if (sequence <= highest) {
                return missing.remove(sequence);
            }
            long firstMissing = Math.max(highest + 1, sequence - MOST_MISSING);
            for (long between = firstMissing; between < sequence && missing.size() < MOST_MISSING; between++) {
                missing.add(between);
            }
            highest = sequence;
            return true;
        }
    }
}
