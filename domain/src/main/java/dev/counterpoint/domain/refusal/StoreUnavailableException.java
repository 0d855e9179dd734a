package dev.counterpoint.domain.refusal;

import org.jspecify.annotations.Nullable;

/** A store did not answer, and what was asked of it has not taken effect, or may be asked again without harm. Transient. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
