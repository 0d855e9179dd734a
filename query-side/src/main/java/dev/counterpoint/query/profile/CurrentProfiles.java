package dev.counterpoint.query.profile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.profile.Profile;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a listener now: the profile that this process saw last, or else the projected one, and all that was recorded since,
 * whoever recorded it. So what was acknowledged before a call is in its answer. Thread-safe.
 */
public final class CurrentProfiles {
    private final Profiles projected;
    private final Tail tail;
    private final Cache<StreamId, Profile> seen;

    /** @param kept how many profiles stay in memory, each up to 64 KiB and a few of them at most times */
    public CurrentProfiles(Profiles projected, EventHistory history, long kept) {
        this.projected = projected;
        this.tail = new Tail(history);
        this.seen = Caffeine.newBuilder().maximumSize(kept).build();
    }

    /**
     * @return empty, with sequence -1, for a listener of whom nothing was recorded
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if it cannot be read now
     */
    public Profile of(StreamId stream) {
        @Nullable Profile before = seen.getIfPresent(stream);
        if (before == null) {
            before = projected.find(stream).orElse(Profile.empty());
        }
        Profile now = tail.foldedOnto(before, stream);
        if (now.sequence() >= 0) {
            seen.asMap().merge(stream, now, (old, next) -> old.sequence() > next.sequence() ? old : next);
        }
        return now;
    }

    /** Drops what this process has in memory of a stream. */
    public void forget(StreamId stream) {
        seen.invalidate(stream);
    }
}
