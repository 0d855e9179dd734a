package dev.counterpoint.query.profile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.profile.Profile;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a listener now: the profile that this process saw last, or else the projected one, and all that was recorded since,
 * whoever recorded it. So what was acknowledged before a call is in its answer. Thread-safe.
 */
public final class CurrentProfiles {
    private final Profiles projected;
    private final EventHistory history;
    private final Tail tail;
    private final ExecutorService aside;
    private final Cache<StreamId, Profile> seen;

    /**
     * @param keptBytes what profiles may take in memory, so that those of active listeners need not be read again
     * @param aside looks where a stream ends while its profile is read; its owner ends it
     */
    public CurrentProfiles(Profiles projected, EventHistory history, long keptBytes, ExecutorService aside) {
        this.projected = projected;
        this.history = history;
        this.aside = aside;
        this.tail = new Tail(history);
        this.seen = Caffeine.newBuilder()
                .maximumWeight(keptBytes)
                .weigher((StreamId stream, Profile profile) -> profile.memoryBytes())
                .build();
    }

    /**
     * @return empty, with sequence -1, for a listener of whom nothing was recorded
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if it cannot be read now
     */
    public Profile of(StreamId stream) {
        @Nullable Profile before = seen.getIfPresent(stream);
        Profile now = before == null ? read(stream) : tail.foldedOnto(before, stream);
        if (now.sequence() >= 0) {
            seen.asMap().merge(stream, now, (old, next) -> old.sequence() > next.sequence() ? old : next);
        }
        return now;
    }

    private Profile read(StreamId stream) {
        Future<Long> looking = aside.submit(() -> history.head(stream));
        Profile before = projected.find(stream).orElse(Profile.empty());
        return endOf(looking) <= before.sequence() ? before : tail.foldedOnto(before, stream);
    }

    private static long endOf(Future<Long> looking) {
        try {
            return looking.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a stream's end could not be read", failed.getCause());
        } catch (InterruptedException ending) {
            looking.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("the page does not wait any longer");
        }
    }

    /** Drops what this process has in memory of a stream. */
    public void forget(StreamId stream) {
        seen.invalidate(stream);
    }
}
