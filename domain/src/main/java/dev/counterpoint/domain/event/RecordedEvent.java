package dev.counterpoint.domain.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An event with its place in history.
 *
 * @param sequence from 0, without gaps within the stream
 * @param eventId derived from the stream and the cause, never random: the same cause gives the same id
 * @param recordedAt when the platform recorded it, in whole microseconds, never decreasing within a stream
 * @param metadata text that travels with the event, the correlation id among it
 */
public record RecordedEvent(
        StreamId stream,
        long sequence,
        UUID eventId,
        Instant recordedAt,
        DomainEvent event,
        Map<String, String> metadata) {
    /** The key of the correlation id in {@link #metadata()}. */
    public static final String CORRELATION_ID = "correlationId";

    public RecordedEvent {
        if (sequence < 0) {
            throw new IllegalArgumentException("sequences start at 0, not " + sequence);
        }
        metadata = Map.copyOf(metadata);
    }
}
