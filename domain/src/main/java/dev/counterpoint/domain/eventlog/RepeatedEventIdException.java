package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.StreamId;

/** Two events of one append have the same id, so one of them would not be a new event. */
public final class RepeatedEventIdException extends AppendRefusedException {
    private static final long serialVersionUID = 1L;

    public RepeatedEventIdException(StreamId stream, String eventId) {
        super("event id " + eventId + " stands twice in one append to stream " + stream);
    }
}
