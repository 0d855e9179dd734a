package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.StreamId;

/** The stream has moved on (or was never there): load it again and decide again. Transient. */
public final class StaleVersionException extends AppendRefusedException {
    private static final long serialVersionUID = 1L;

    public StaleVersionException(StreamId stream, long expected, long actual) {
        super("stream " + stream + " is at version " + actual + ", not " + expected);
    }
}
