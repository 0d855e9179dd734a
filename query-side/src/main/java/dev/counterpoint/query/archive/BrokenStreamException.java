package dev.counterpoint.query.archive;

import dev.counterpoint.domain.event.StreamId;

/** A stream in the store is not what was written there, so it is not archived. Final. */
final class BrokenStreamException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenStreamException(StreamId stream, long sequence) {
        super("event " + sequence + " of stream " + stream + " is missing or not the one that was recorded");
    }
}
