package dev.counterpoint.domain.encryption;

import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.event.UnreadableEventException;
import java.util.Collection;
import java.util.UUID;

/**
 * Encrypts what belongs to listeners with their keys, and leaves everything else as it is. The same content at the same place always gives the same
 * bytes. Thread-safe.
 */
public final class ContentProtection {
    private final ContentKeys keys;

    public ContentProtection(ContentKeys keys) {
        this.keys = keys;
    }

    /** Whether content of a stream is encrypted. */
    public static boolean covers(StreamId stream) {
        return stream.isListener();
    }

    /**
     * @param place what it is, and of what; see {@link ContentPlace#of}
     * @return the bytes to store
     * @throws ContentErasedException if the listener is erased
     */
    public byte[] protect(StreamId stream, ContentPlace place, byte[] plain) {
        return covers(stream) ? keys.toWrite(stream).encrypt(place, plain) : plain;
    }

    /**
     * What was {@link #protect protected}.
     *
     * @throws ContentErasedException if the listener is erased
     * @throws UnreadableContentException if the bytes do not belong there, or were changed
     */
    public byte[] open(StreamId stream, ContentPlace place, byte[] stored) {
        return covers(stream) ? key(stream).decrypt(place, stored) : stored;
    }

    /** @throws ContentErasedException if the listener is erased */
    public StoredContent protect(StreamId stream, UUID eventId, EncodedEvent plain) {
        if (!covers(stream)) {
            return new StoredContent(StoredContent.NO_KEY, plain);
        }
        byte[] payload = protect(stream, placeOf(stream, eventId, plain), plain.payload());
        return new StoredContent(StoredContent.OWN_KEY, new EncodedEvent(plain.type(), plain.revision(), payload));
    }

    /**
     * @throws ContentErasedException if the listener is erased
     * @throws UnreadableEventException if the event cannot be decrypted
     */
    public EncodedEvent open(StreamId stream, UUID eventId, StoredContent stored) {
        EncodedEvent content = stored.content();
        if (!stored.isEncrypted()) {
            return content;
        }
        try {
            byte[] payload = key(stream).decrypt(placeOf(stream, eventId, content), content.payload());
            return new EncodedEvent(content.type(), content.revision(), payload);
        } catch (UnreadableContentException wrong) {
            throw new UnreadableEventException(
                    "event " + eventId + " of stream " + stream + " cannot be decrypted", wrong);
        }
    }

    /** @throws ContentErasedException if the listener is erased */
    public void requireNotErased(StreamId stream) {
        if (covers(stream)) {
            keys.toRead(stream);
        }
    }

    /** What of these streams is opened soon after is opened quicker. */
    public void prepare(Collection<StreamId> streams) {
        keys.prepare(streams.stream().filter(ContentProtection::covers).toList());
    }

    private ContentKey key(StreamId stream) {
        return keys.toRead(stream)
                .orElseThrow(() -> new UnreadableContentException("stream " + stream + " has no key", null));
    }

    private static ContentPlace placeOf(StreamId stream, UUID eventId, EncodedEvent content) {
        return ContentPlace.of(
                "event", stream.value(), eventId.toString(), content.type(), Integer.toString(content.revision()));
    }
}
