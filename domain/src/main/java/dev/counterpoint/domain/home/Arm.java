package dev.counterpoint.domain.home;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.random.Share;
import java.util.Locale;

/**
 * Which policy a listener gets for good: small permanent arms, so that the values of popularity and chance are measured, not extrapolated.
 * The written form is stored and never changes.
 */
public enum Arm {
    MODEL,
    /** The same plan, ordered by popularity, drawn with the same chance. */
    POPULARITY,
    /** The same plan, in an order of pure chance. */
    UNIFORM;

    /**
     * How many of 10,000 listeners are in the small arms.
     *
     * @param popularity at least 0
     * @param uniform at least 0, together with {@code popularity} at most 10,000
     */
    public record Shares(int popularity, int uniform) {
        public static final Shares STANDARD = new Shares(100, 50);

        public Shares {
            if (popularity < 0 || uniform < 0 || popularity + uniform > Share.ALL) {
                throw new IllegalArgumentException(
                        "arms take 0 to 10000 of 10000 listeners, not " + popularity + " and " + uniform);
            }
        }
    }

    /**
     * SHA-256("arm-1" ‖ stream) as a whole number, big-endian, mod 10,000: below the share of popularity that arm, below both shares
     * together the uniform one, else the model.
     */
    public static Arm of(StreamId listener, Shares shares) {
        int share = Share.of("arm-1" + listener);
        return share < shares.popularity()
                ? POPULARITY
                : share < shares.popularity() + shares.uniform() ? UNIFORM : MODEL;
    }

    /** How this arm draws where the model's listeners are drawn for with {@code policy}. */
    public ExploringPolicy drawing(ExploringPolicy policy) {
        return this == UNIFORM ? policy.uniform() : policy;
    }

    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if nothing is written so */
    public static Arm parse(String written) {
        for (Arm value : values()) {
            if (value.written().equals(written)) {
                return value;
            }
        }
        throw new IllegalArgumentException("not an arm: " + written);
    }
}
