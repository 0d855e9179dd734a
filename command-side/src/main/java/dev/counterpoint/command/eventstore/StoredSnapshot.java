package dev.counterpoint.command.eventstore;

import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.StreamId;
import java.time.Instant;

/**
 * The state of an aggregate after an event of its stream.
 *
 * @param sequence of that event
 * @param takenAt in whole microseconds
 * @param state type, revision and bytes of the state
 */
public record StoredSnapshot(StreamId stream, long sequence, Instant takenAt, EncodedEvent state) {}
