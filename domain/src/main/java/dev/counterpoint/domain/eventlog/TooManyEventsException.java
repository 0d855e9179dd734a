package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.StreamId;

/** An append has too many events: split it. */
public final class TooManyEventsException extends AppendRefusedException {
    private static final long serialVersionUID = 1L;

    public TooManyEventsException(StreamId stream, int count) {
        super(count + " events for stream " + stream + ", at most " + Append.MAX_EVENTS + " are allowed");
    }
}
