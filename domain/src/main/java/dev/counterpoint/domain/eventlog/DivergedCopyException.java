package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.StreamId;

/** A copy of a stream has an event that the log never had, or lost. Final: somebody must look. */
public final class DivergedCopyException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public DivergedCopyException(StreamId stream, long sequence) {
        super("the copy of stream " + stream + " ends with event " + sequence + ", which the log does not continue");
    }
}
