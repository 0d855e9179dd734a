package dev.counterpoint.domain.event;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored event cannot be decoded: its type or revision is unknown here, or its payload is broken. */
public final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable UUID eventId;

    public UnreadableEventException(String message, @Nullable Throwable cause) {
        this(message, cause, null);
    }

    private UnreadableEventException(String message, @Nullable Throwable cause, @Nullable UUID eventId) {
        super(message, cause);
        this.eventId = eventId;
    }

    /** The same fault of an event that stands in a stream. */
    public static UnreadableEventException at(
            StreamId stream, long sequence, UUID eventId, UnreadableEventException fault) {
        return new UnreadableEventException(
                "event " + sequence + " of stream " + stream + ": " + fault.getMessage(), fault, eventId);
    }

    /** Of which event, where that is known. */
    public Optional<UUID> eventId() {
        return Optional.ofNullable(eventId);
    }
}
