package dev.counterpoint.domain.encryption;

import dev.counterpoint.domain.event.EncodedEvent;

/**
 * The content of an event as it is stored.
 *
 * @param keyId {@link #NO_KEY} where the payload is plain, {@link #OWN_KEY} where it is encrypted with the key of its stream
 */
public record StoredContent(String keyId, EncodedEvent content) {
    public static final String NO_KEY = "none";
    public static final String OWN_KEY = "own";

    public boolean isEncrypted() {
        return !keyId.equals(NO_KEY);
    }
}
