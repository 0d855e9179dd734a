package dev.counterpoint.domain.listener;

import dev.counterpoint.domain.event.StreamId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Names a listener's stream: HMAC-SHA-256 (RFC 2104) of the listener's id under the platform's key. Thread-safe. */
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_KEY_BYTES = 32;

    private final SecretKeySpec key;

    /** @param key at least 32 bytes; never changed once streams exist */
    public Pseudonyms(byte[] key) {
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException("the platform key has at least 32 bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    public StreamId of(ListenerId listener) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] pseudonym = mac.doFinal(listener.value().getBytes(StandardCharsets.UTF_8));
            return StreamId.ofListener(Base64.getUrlEncoder().withoutPadding().encodeToString(pseudonym));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}
