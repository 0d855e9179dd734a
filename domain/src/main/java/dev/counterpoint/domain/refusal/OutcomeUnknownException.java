package dev.counterpoint.domain.refusal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the request took effect could not be settled. The same request, sent again unchanged, gives the first result. */
public final class OutcomeUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String commandId;

    public OutcomeUnknownException(String message, @Nullable Throwable cause) {
        this(message, cause, null);
    }

    private OutcomeUnknownException(String message, @Nullable Throwable cause, @Nullable String commandId) {
        super(message, cause);
        this.commandId = commandId;
    }

    /** The same, of a command: the ids of its events may be derived from this id. */
    public OutcomeUnknownException ofCommand(String id) {
        return new OutcomeUnknownException("command " + id + ": " + getMessage(), this, id);
    }

    /** Of which command, where that is known. */
    public Optional<String> commandId() {
        return Optional.ofNullable(commandId);
    }
}
