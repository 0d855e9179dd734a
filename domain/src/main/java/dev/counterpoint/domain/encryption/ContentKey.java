package dev.counterpoint.domain.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one listener's content: AES-256-GCM (NIST SP 800-38D), with the place of the content as additional data. The nonce is derived from
 * place and content by HMAC-SHA-256 under a key of its own, so the same content at the same place always gives the same bytes, as recognising a
 * repeated append needs, and two contents share a nonce with the chance of 96 random bits.
 *
 * <p>Encrypted bytes are: 12 bytes nonce, as many bytes as the content has, 16 bytes tag. Thread-safe.
 */
public final class ContentKey {
    public static final int BYTES = 32;

    /** How many bytes encrypting adds. */
    public static final int OVERHEAD_BYTES = 28;

    private static final String MAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /**
     * To decrypt only: finding a cipher takes as long as using it. One that encrypts is not used again, because it refuses to see the same nonce
     * twice in a row, and the same content has the same.
     */
    private static final ThreadLocal<Cipher> DECRYPTING = ThreadLocal.withInitial(ContentKey::fresh);

    private final SecretKeySpec content;
    private final SecretKeySpec nonces;

    /** @param key 32 bytes of chance; copied */
    public ContentKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("a key of content has " + BYTES + " bytes, not " + key.length);
        }
        SecretKeySpec root = new SecretKeySpec(key, MAC);
        this.content = new SecretKeySpec(derived(root, "counterpoint/content/1"), "AES");
        this.nonces = new SecretKeySpec(derived(root, "counterpoint/nonce/1"), MAC);
    }

    /** 32 bytes that nobody can guess. */
    public static byte[] freshBytes() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(BYTES * Byte.SIZE);
            return generator.generateKey().getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK makes keys of AES", impossible);
        }
    }

    public byte[] encrypt(ContentPlace place, byte[] plain) {
        byte[] nonce = nonce(place, plain);
        try {
            byte[] encrypted = new byte[plain.length + OVERHEAD_BYTES];
            System.arraycopy(nonce, 0, encrypted, 0, NONCE_BYTES);
            prepared(fresh(), Cipher.ENCRYPT_MODE, nonce, place)
                    .doFinal(plain, 0, plain.length, encrypted, NONCE_BYTES);
            return encrypted;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + CIPHER, impossible);
        }
    }

    /** @throws UnreadableContentException if the bytes were not encrypted with this key for this place */
    public byte[] decrypt(ContentPlace place, byte[] encrypted) {
        if (encrypted.length < OVERHEAD_BYTES) {
            throw new UnreadableContentException(encrypted.length + " bytes are no encrypted content", null);
        }
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(encrypted, 0, nonce, 0, NONCE_BYTES);
        try {
            return prepared(DECRYPTING.get(), Cipher.DECRYPT_MODE, nonce, place)
                    .doFinal(encrypted, NONCE_BYTES, encrypted.length - NONCE_BYTES);
        } catch (AEADBadTagException changed) {
            throw new UnreadableContentException(
                    "the content is not encrypted with this key for this place, or was changed", changed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + CIPHER, impossible);
        }
    }

    private Cipher prepared(Cipher cipher, int mode, byte[] nonce, ContentPlace place) throws GeneralSecurityException {
        cipher.init(mode, content, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.bytes());
        return cipher;
    }

    private static Cipher fresh() {
        try {
            return Cipher.getInstance(CIPHER);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + CIPHER, impossible);
        }
    }

    private byte[] nonce(ContentPlace place, byte[] plain) {
        Mac mac = mac(nonces);
        mac.update(
                ByteBuffer.allocate(Integer.BYTES).putInt(place.bytes().length).array());
        mac.update(place.bytes());
        byte[] whole = mac.doFinal(plain);
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(whole, 0, nonce, 0, NONCE_BYTES);
        return nonce;
    }

    private static byte[] derived(SecretKeySpec root, String purpose) {
        return mac(root).doFinal(purpose.getBytes(StandardCharsets.US_ASCII));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + MAC, impossible);
        }
    }
}
