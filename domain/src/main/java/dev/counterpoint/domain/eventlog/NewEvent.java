package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.EncodedEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * An event on its way into the log, without its place there.
 *
 * @param eventId derived from the stream and the cause, so that the same cause gives the same id
 * @param recordedAt from 1970 on; cut to whole microseconds
 * @param keyId of the key that the content is encrypted with, see {@link StoredContent}
 */
public record NewEvent(UUID eventId, Instant recordedAt, String keyId, EncodedEvent content, EventMetadata metadata) {
    public NewEvent {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MICROS);
        int size = content.payload().length + metadata.bytes().length;
        if (size > Append.MAX_BYTES) {
            throw new EventTooLargeException(eventId, content.type(), size);
        }
    }

    /** The content with what it is encrypted with. */
    public StoredContent stored() {
        return new StoredContent(keyId, content);
    }

    /** Payload and metadata, in bytes: what the limit of an append counts. */
    public int size() {
        return content.payload().length + metadata.bytes().length;
    }
}
