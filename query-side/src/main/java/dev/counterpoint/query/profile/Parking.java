package dev.counterpoint.query.profile;

import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.SkippedEvents;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.event.UnreadableEventException;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import dev.counterpoint.domain.time.PlatformClock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parks listeners at events that cannot be read or folded, so that nobody else waits for them. What is known of parked listeners and of events that were
 * passed over is as new as the last {@link #follow}. Thread-safe.
 */
public final class Parking {
    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);
    private static final UUID UNKNOWN = new UUID(0, 0);

    private final ParkedListeners listeners;
    private final EventHistory history;
    private final SkippedEvents skipped;
    private final PlatformClock clock;
    private final Map<StreamId, Parked> known = new ConcurrentHashMap<>();

    /** @param skipped what {@code history} passes over */
    public Parking(ParkedListeners listeners, EventHistory history, SkippedEvents skipped, PlatformClock clock) {
        this.listeners = listeners;
        this.history = history;
        this.skipped = skipped;
        this.clock = clock;
    }

    /** Reads who is parked and what was passed over. */
    public void follow() {
        skipped.are(listeners.skipped());
        List<Parked> all = listeners.all();
        known.keySet().retainAll(all.stream().map(Parked::stream).toList());
        all.forEach(each -> known.put(each.stream(), each));
    }

    public boolean isParked(StreamId stream) {
        return known.containsKey(stream);
    }

    public Optional<Parked> find(StreamId stream) {
        return Optional.ofNullable(known.get(stream));
    }

    /** Those that are parked, in the order in which they were. */
    public List<Parked> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(Parked::parkedAt))
                .toList();
    }

    public int size() {
        return known.size();
    }

    /** Whether a fault is one that does not pass by itself. */
    static boolean isFinal(RuntimeException fault) {
        return !(fault instanceof StoreUnavailableException) && !(fault instanceof ContentErasedException);
    }

    /**
     * Parks a listener at the first event behind a profile that cannot be read or folded.
     *
     * @param fault what showed that there is one
     */
    void park(StreamId stream, Profile before, RuntimeException fault) {
        Parked parked = located(stream, before, fault);
        listeners.park(parked);
        known.put(stream, parked);
        LOG.error(
                "a listener is parked, their profile is not kept fresh: stream={} sequence={} eventId={}",
                stream,
                parked.sequence(),
                parked.eventId(),
                fault);
    }

    private Parked located(StreamId stream, Profile before, RuntimeException fault) {
        Profile profile = before;
        while (true) {
            long sequence = profile.sequence() + 1;
            UUID eventId = UNKNOWN;
            try {
                List<RecordedEvent> next = history.after(stream, profile.sequence(), 1);
                if (next.isEmpty()) {
                    return new Parked(stream, sequence, UNKNOWN, reasonOf(fault), clock.now());
                }
                eventId = next.get(0).eventId();
                profile = profile.apply(next.get(0));
            } catch (UnreadableEventException unreadable) {
                return new Parked(
                        stream, sequence, unreadable.eventId().orElse(UNKNOWN), reasonOf(unreadable), clock.now());
            } catch (RuntimeException unfolded) {
                if (!isFinal(unfolded)) {
                    throw unfolded;
                }
                return new Parked(stream, sequence, eventId, reasonOf(unfolded), clock.now());
            }
        }
    }

    private static String reasonOf(RuntimeException fault) {
        return fault instanceof UnreadableEventException ? "the event cannot be read" : "the event cannot be folded";
    }

    /** Has the event at which a listener is parked passed over; no effect on one that is not known. */
    void skip(Parked parked) {
        if (!parked.eventId().equals(UNKNOWN)) {
            listeners.skip(parked);
            skipped.are(listeners.skipped());
        }
    }

    void release(StreamId stream) {
        listeners.release(stream);
        known.remove(stream);
    }
}
