package dev.counterpoint.domain.home;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 digest.
 *
 * @param hex 64 digits, lower case
 */
public record Digest(String hex) {
    public static final int BYTES = 32;

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public Digest {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("a digest is 64 hexadecimal digits in lower case, not \"" + hex + "\"");
        }
    }

    /** @param bytes 32 of them, the digest itself */
    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(bytes));
    }

    /** The digest of what these bytes are. */
    public static Digest over(byte[] content) {
        return of(sha256().digest(content));
    }

    /** The digest of a sequence of texts: each is taken in as its length in bytes (4, big-endian) and its UTF-8. */
    public static Digest ofSequence(Iterable<String> texts) {
        MessageDigest sha256 = sha256();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            sha256.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            sha256.update(bytes);
        }
        return of(sha256.digest());
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
