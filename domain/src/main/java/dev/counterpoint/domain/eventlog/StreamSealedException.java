package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.StreamId;

/** The stream was ended for ever. Final. */
public final class StreamSealedException extends AppendRefusedException {
    private static final long serialVersionUID = 1L;

    public StreamSealedException(StreamId stream) {
        super("stream " + stream + " is sealed");
    }
}
