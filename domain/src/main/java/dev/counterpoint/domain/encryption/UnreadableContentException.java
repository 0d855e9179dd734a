package dev.counterpoint.domain.encryption;

import org.jspecify.annotations.Nullable;

/** Encrypted bytes do not belong to this key and this place, or were changed. Final. */
public final class UnreadableContentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableContentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
