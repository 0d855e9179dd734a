package dev.counterpoint.domain.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A SHA-256 value (FIPS 180-4).
 *
 * @param bytes 32 bytes; not copied, so never change them
 */
public record Sha256(byte[] bytes) {
    public static final int LENGTH = 32;

    public Sha256 {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 value has " + LENGTH + " bytes, not " + bytes.length);
        }
    }

    /** The value over the given bytes, one part after the other. */
    public static Sha256 of(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Sha256(digest.digest());
    }

    /** The value over everything that is left to read. */
    public static Sha256 of(InputStream all) throws IOException {
        MessageDigest digest = digest();
        new DigestInputStream(all, digest).transferTo(OutputStream.nullOutputStream());
        return new Sha256(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sha256 that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** 64 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
