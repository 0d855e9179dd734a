package dev.counterpoint.domain.home;

import dev.counterpoint.domain.event.StreamId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * Which policy a listener gets for good: small permanent arms, so that the values of popularity and chance are measured, not extrapolated.
 */
public enum Arm {
    MODEL,
    /** The same plan, ordered by popularity. */
    POPULARITY,
    /** The same plan, in an order of pure chance. */
    UNIFORM;

    private static final int SHARES = 10_000;
    private static final int POPULARITY_BELOW = 100;
    private static final int UNIFORM_BELOW = 150;

    /** The first 8 bytes of SHA-256("arm-1" ‖ stream), unsigned, mod 10,000: below 100 popularity, below 150 uniform, else the model. */
    public static Arm of(StreamId listener) {
        int share = shareOf(listener);
        return share < POPULARITY_BELOW ? POPULARITY : share < UNIFORM_BELOW ? UNIFORM : MODEL;
    }

    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static int shareOf(StreamId listener) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("arm-1" + listener).getBytes(StandardCharsets.UTF_8));
            return (int) Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), SHARES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
