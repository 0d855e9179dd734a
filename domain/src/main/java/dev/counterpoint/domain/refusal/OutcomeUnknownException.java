package dev.counterpoint.domain.refusal;

import org.jspecify.annotations.Nullable;

/** Whether the request took effect could not be settled. The same request, sent again unchanged, gives the first result. */
public final class OutcomeUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknownException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
