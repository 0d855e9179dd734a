package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.EventSkipped;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.event.UnreadableEventException;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it stands in the log: content, envelope and place.
 *
 * @param sequence from 0, without gaps within the stream
 * @param event as it was appended, but for {@link NewEvent#recordedAt()}, which never decreases within a stream
 * @param payloadHash over the payload as stored
 * @param link in the chain of the stream, see {@link EnvelopeHash}
 */
public record StoredEvent(StreamId stream, long sequence, NewEvent event, Sha256 payloadHash, Sha256 link) {

    public UUID eventId() {
        return event.eventId();
    }

    public Instant recordedAt() {
        return event.recordedAt();
    }

    /** Whether this is the given event, at whatever time it was recorded: the same id, content and metadata. */
    boolean records(NewEvent given) {
        return eventId().equals(given.eventId())
                && event.content().equals(given.content())
                && event.metadata().equals(given.metadata());
    }

    /** Whether this is the next event of the stream of another one, and linked to it. */
    public boolean follows(StoredEvent before) {
        return sequence == before.sequence + 1
                && EnvelopeHash.link(stream, sequence, recordedAt(), event, payloadHash, before.link)
                        .equals(link);
    }

    /** @throws UnreadableEventException if the payload is not the one that was hashed */
    public StoredContent intactContent() {
        if (!Sha256.of(event.content().payload()).equals(payloadHash)) {
            throw new UnreadableEventException(
                    "the payload of event " + sequence + " of stream " + stream + " is not what was recorded", null);
        }
        return event.stored();
    }

    /**
     * @throws UnreadableEventException if the event cannot be decrypted or decoded
     * @throws dev.counterpoint.domain.encryption.ContentErasedException if its listener is erased
     */
    public RecordedEvent decoded(EventContents contents) {
        if (contents.isSkipped(eventId())) {
            return recorded(new EventSkipped());
        }
        try {
            return recorded(contents.read(stream, eventId(), intactContent()));
        } catch (UnreadableEventException fault) {
            throw UnreadableEventException.at(stream, sequence, eventId(), fault);
        }
    }

    /** @param content what this event's payload decodes to */
    public RecordedEvent recorded(DomainEvent content) {
        return new RecordedEvent(
                stream,
                sequence,
                eventId(),
                recordedAt(),
                content,
                event.metadata().toMap());
    }
}
