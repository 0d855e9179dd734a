package dev.counterpoint.domain.random;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Places a name among 10,000 equal shares, for good: the same name is always in the same one. */
public final class Share {
    /** How many there are. */
    public static final int ALL = 10_000;

    private Share() {}

    /**
     * SHA-256 of the name's UTF-8 as a whole number, big-endian, mod 10,000.
     *
     * @return 0 to 9,999
     */
    public static int of(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            int share = 0;
            for (byte next : digest) {
                share = (share * 256 + (next & 0xff)) % ALL;
            }
            return share;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
