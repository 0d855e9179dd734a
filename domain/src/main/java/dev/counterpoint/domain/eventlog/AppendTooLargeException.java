package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.StreamId;

/** The events of an append are too large together: split it. */
public final class AppendTooLargeException extends AppendRefusedException {
    private static final long serialVersionUID = 1L;

    public AppendTooLargeException(StreamId stream, long size) {
        super("the events for stream " + stream + " have " + size + " bytes together, at most " + Append.MAX_BYTES
                + " are allowed");
    }
}
