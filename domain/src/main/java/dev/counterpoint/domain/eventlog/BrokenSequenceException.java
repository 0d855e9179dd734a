package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.StreamId;

/** The events of one append do not follow each other without gaps. */
public final class BrokenSequenceException extends AppendRefusedException {
    private static final long serialVersionUID = 1L;

    public BrokenSequenceException(StreamId stream, long expected, long found) {
        super("stream " + stream + " goes on with sequence " + expected + ", not " + found);
    }
}
