package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.StreamId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Events that follow a version of one stream, all or none of them.
 *
 * @param expectedVersion the sequence of the event that these follow, -1 where they begin the stream
 * @param events 1 to {@value #MAX_EVENTS}, together at most {@value #MAX_BYTES} bytes; the first gets {@code expectedVersion + 1}
 */
public record Append(StreamId stream, long expectedVersion, List<NewEvent> events) {
    public static final int MAX_EVENTS = 128;
    public static final int MAX_BYTES = 256 * 1024;

    /**
     * @throws TooManyEventsException if there are more events than an append may have
     * @throws AppendTooLargeException if the events together are too large
     * @throws RepeatedEventIdException if two events have the same id
     */
    public Append {
        events = List.copyOf(events);
        if (expectedVersion < -1 || events.isEmpty()) {
            throw new IllegalArgumentException(
                    "an append has events and follows a version from -1 on, not " + expectedVersion);
        }
        if (events.size() > MAX_EVENTS) {
            throw new TooManyEventsException(stream, events.size());
        }
        long size = events.stream().mapToLong(NewEvent::size).sum();
        if (size > MAX_BYTES) {
            throw new AppendTooLargeException(stream, size);
        }
        requireDistinctIds(stream, events);
    }

    private static void requireDistinctIds(StreamId stream, List<NewEvent> events) {
        Set<UUID> seen = new HashSet<>();
        for (NewEvent event : events) {
            if (!seen.add(event.eventId())) {
                throw new RepeatedEventIdException(stream, event.eventId().toString());
            }
        }
    }

    public long firstSequence() {
        return expectedVersion + 1;
    }

    public long lastSequence() {
        return expectedVersion + events.size();
    }

    /**
     * Whether the given events of the log are these, at whatever times: at the same places, with the same ids, content and metadata. The id alone
     * is not enough: it is derived from a name that the client chose, and two requests may have meant different things by it.
     */
    public boolean isRecordedAs(List<StoredEvent> stored) {
        if (stored.size() != events.size()) {
            return false;
        }
        for (int i = 0; i < events.size(); i++) {
            if (stored.get(i).sequence() != firstSequence() + i
                    || !stored.get(i).records(events.get(i))) {
                return false;
            }
        }
        return true;
    }
}
