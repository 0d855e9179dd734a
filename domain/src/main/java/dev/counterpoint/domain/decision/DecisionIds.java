package dev.counterpoint.domain.decision;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes decision ids and reads them: epoch, group, slot and time with a MAC, so that an id finds its record without an index, tells
 * "past retention" from "never served", and cannot be invented.
 *
 * <p>An id is base64url of 8 bytes epoch, 8 group, 4 slot, 8 time in milliseconds and the first 12 bytes of HMAC-SHA-256 (RFC 2104,
 * truncated as its section 5 allows) over those 28: 54 characters. Thread-safe.
 */
public final class DecisionIds {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int CONTENT_BYTES = 28;
    private static final int MAC_BYTES = 12;

    private final SecretKeySpec key;

    /** @param key at least 32 bytes; ids made under another key are not read */
    public DecisionIds(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("the key of decision ids has at least 32 bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** @param servedAt cut to milliseconds */
    public DecisionId idOf(long epoch, long group, int slot, Instant servedAt) {
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .putLong(epoch)
                .putLong(group)
                .putInt(slot)
                .putLong(servedAt.toEpochMilli())
                .array();
        byte[] sealed = ByteBuffer.allocate(CONTENT_BYTES + MAC_BYTES)
                .put(content)
                .put(macOf(content))
                .array();
        return new DecisionId(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /** Where the record of a decision lies; empty if the id was not made here. */
    public Optional<Place> placeOf(DecisionId id) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(id.value());
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (sealed.length != CONTENT_BYTES + MAC_BYTES || !isOurs(sealed) || !isCanonical(id, sealed)) {
            return Optional.empty();
        }
        ByteBuffer content = ByteBuffer.wrap(sealed);
        return Optional.of(new Place(
                content.getLong(), content.getLong(), content.getInt(), Instant.ofEpochMilli(content.getLong())));
    }

    private boolean isOurs(byte[] sealed) {
        byte[] expected = macOf(Arrays.copyOf(sealed, CONTENT_BYTES));
        return MessageDigest.isEqual(expected, Arrays.copyOfRange(sealed, CONTENT_BYTES, sealed.length));
    }

    /** Base64 without padding leaves bits over: one decision has one written id only. */
    private static boolean isCanonical(DecisionId id, byte[] sealed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed).equals(id.value());
    }

    private byte[] macOf(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(content), MAC_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    /**
     * Where a decision's record lies in the log.
     *
     * @param servedAt in milliseconds
     */
    public record Place(long epoch, long group, int slot, Instant servedAt) {}
}
