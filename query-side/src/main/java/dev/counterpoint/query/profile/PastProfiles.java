package dev.counterpoint.query.profile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.profile.Profile;
import java.time.Instant;

/**
 * What was known of a listener at an earlier point, folded from the beginning of their stream, or from where a look at an earlier point of
 * it ended. Thread-safe.
 */
public final class PastProfiles {
    private static final long KEPT = 1_000;

    private final Tail tail;
    private final Cache<StreamId, Profile> last =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    public PastProfiles(EventHistory history) {
        this.tail = new Tail(history);
    }

    /**
     * @param sequence of the last event known; -1 for the beginning
     * @throws IllegalArgumentException if the stream does not reach that far
     */
    public Profile atSequence(StreamId stream, long sequence) {
        Profile from = last.asMap().getOrDefault(stream, Profile.empty());
        Profile then = tail.foldedOnto(
                from.sequence() <= sequence ? from : Profile.empty(), stream, event -> event.sequence() <= sequence);
        if (then.sequence() != sequence) {
            throw new IllegalArgumentException(
                    "stream " + stream + " ends at " + then.sequence() + ", before " + sequence);
        }
        last.put(stream, then);
        return then;
    }

    /** With all events that were recorded at an instant or before. */
    public Profile at(StreamId stream, Instant recordedAt) {
        return tail.foldedOnto(
                Profile.empty(), stream, event -> !event.recordedAt().isAfter(recordedAt));
    }

    /** Drops what this process has in memory of a stream. */
    public void forget(StreamId stream) {
        last.invalidate(stream);
    }
}
