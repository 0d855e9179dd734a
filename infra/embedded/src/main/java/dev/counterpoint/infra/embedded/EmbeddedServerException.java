package dev.counterpoint.infra.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server cannot be had. The message is one sentence for whoever started it. */
public final class EmbeddedServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EmbeddedServerException(String message) {
        super(message);
    }

    public EmbeddedServerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
