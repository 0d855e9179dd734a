package dev.counterpoint.command.stream;

import org.jspecify.annotations.Nullable;

/** Others wrote to the same stream at every try, or held it (or the place for imports) too long. Nothing has taken effect; the same request may succeed later. */
public final class StreamContendedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StreamContendedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
