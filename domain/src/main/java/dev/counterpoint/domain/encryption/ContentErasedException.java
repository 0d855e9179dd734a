package dev.counterpoint.domain.encryption;

import dev.counterpoint.domain.event.StreamId;

/** The key of a listener was destroyed: what is encrypted with it cannot be read, and nothing new can be written. Final. */
public final class ContentErasedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ContentErasedException(StreamId stream) {
        super("the content of stream " + stream + " was erased");
    }
}
