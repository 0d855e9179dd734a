package dev.counterpoint.query.profile;

import dev.counterpoint.domain.event.StreamId;
import java.time.Instant;
import java.util.UUID;

/**
 * A listener whose profile is not kept fresh any more, because an event cannot be read or folded.
 *
 * @param sequence of that event
 * @param reason for an operator; nothing of the listener's is in it
 */
public record Parked(StreamId stream, long sequence, UUID eventId, String reason, Instant parkedAt) {}
