package dev.counterpoint.command.stream;

import org.jspecify.annotations.Nullable;

/** A snapshot is of another form or revision, or broken. Nothing is lost: the stream is replayed. */
public final class UnreadableSnapshotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableSnapshotException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
