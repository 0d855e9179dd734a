package dev.counterpoint.domain.eventlog;

import java.util.UUID;

/** One event, payload and metadata together, is larger than a whole append may be. */
public final class EventTooLargeException extends AppendRefusedException {
    private static final long serialVersionUID = 1L;

    public EventTooLargeException(UUID eventId, String type, int size) {
        super("event " + eventId + " of type " + type + " has " + size + " bytes, at most " + Append.MAX_BYTES
                + " are allowed");
    }
}
