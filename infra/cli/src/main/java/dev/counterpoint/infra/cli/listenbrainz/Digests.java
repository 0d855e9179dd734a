package dev.counterpoint.infra.cli.listenbrainz;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names for what has no name that can be an id. */
final class Digests {
    private static final int BYTES = 16;

    private Digests() {}

    /** The first 16 bytes of the SHA-256 over the parts, each ended by a zero byte, as 32 hexadecimal digits. */
    static String shortened(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
