package dev.counterpoint.domain.encryption;

import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.domain.event.EventSkipped;
import dev.counterpoint.domain.event.SkippedEvents;
import dev.counterpoint.domain.event.StreamId;
import java.util.Collection;
import java.util.UUID;

/** Reads the content of events as it is stored and sent: encoded, and protected. Thread-safe. */
public final class EventContents {
    private final EventCodec codec;
    private final ContentProtection protection;
    private final SkippedEvents skipped;

    /** No event is passed over. */
    public EventContents(EventCodec codec, ContentProtection protection) {
        this(codec, protection, new SkippedEvents());
    }

    /** @param skipped are read as {@link EventSkipped}, whatever they are */
    public EventContents(EventCodec codec, ContentProtection protection, SkippedEvents skipped) {
        this.codec = codec;
        this.protection = protection;
        this.skipped = skipped;
    }

    public boolean isSkipped(UUID eventId) {
        return skipped.contains(eventId);
    }

    /**
     * @throws ContentErasedException if the listener is erased
     * @throws dev.counterpoint.domain.event.UnreadableEventException if the event cannot be decrypted or decoded
     */
    public DomainEvent read(StreamId stream, UUID eventId, StoredContent stored) {
        if (isSkipped(eventId)) {
            return new EventSkipped();
        }
        return codec.decode(protection.open(stream, eventId, stored));
    }

    /** @throws ContentErasedException if the listener is erased */
    public void requireNotErased(StreamId stream) {
        protection.requireNotErased(stream);
    }

    /** What of these streams is read soon after is read quicker. */
    public void prepare(Collection<StreamId> streams) {
        protection.prepare(streams);
    }
}
