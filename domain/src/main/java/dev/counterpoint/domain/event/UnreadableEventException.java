package dev.counterpoint.domain.event;

import org.jspecify.annotations.Nullable;

/** A stored event cannot be decoded: its type or revision is unknown here, or its payload is broken. */
public final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
