package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.encryption.ContentPlace;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * The records of decisions as they are stored and hashed: their canonical bytes, encrypted with the listener's key where something was known of the
 * listener. Thread-safe.
 */
public final class DecisionContents {
    private final ContentProtection protection;

    public DecisionContents(ContentProtection protection) {
        this.protection = protection;
    }

    /**
     * A record as it is stored.
     *
     * @param keyId of the key that the bytes are encrypted with; null where they are plain
     * @param bytes not copied, so never change them
     */
    public record Stored(@Nullable String keyId, byte[] bytes) {}

    /**
     * A page for a listener of whom nothing was recorded says nothing of them: it is kept plain, since such a listener has no key.
     *
     * @throws dev.counterpoint.domain.encryption.ContentErasedException if the listener is erased
     */
    public Stored write(DecisionRecord decision) {
        byte[] plain = DecisionBytes.encode(decision);
        if (decision.versions().profileSequence() < 0) {
            return new Stored(null, plain);
        }
        StreamId stream = decision.listener();
        return new Stored(StoredContent.OWN_KEY, protection.protect(stream, placeOf(stream), plain));
    }

    /**
     * @throws dev.counterpoint.domain.encryption.ContentErasedException if the listener is erased
     * @throws dev.counterpoint.domain.encryption.UnreadableContentException if the bytes are not this listener's
     */
    public DecisionRecord read(StreamId stream, Stored stored) {
        return DecisionBytes.decode(
                stored.keyId() == null ? stored.bytes() : protection.open(stream, placeOf(stream), stored.bytes()));
    }

    /** @throws dev.counterpoint.domain.encryption.ContentErasedException if the listener is erased */
    public void requireNotErased(StreamId stream) {
        protection.requireNotErased(stream);
    }

    private static ContentPlace placeOf(StreamId stream) {
        return ContentPlace.of("decision", stream.value());
    }
}
