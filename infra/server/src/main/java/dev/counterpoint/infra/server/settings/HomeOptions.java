package dev.counterpoint.infra.server.settings;

import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.EpsilonGreedy;
import java.time.Duration;

/**
 * How home pages are made.
 *
 * @param epsilon how often a slot is left to chance, 0 to 1
 * @param eta how often a whole list is, 0 to 1
 * @param popularityShare of listeners whose pages are ordered by popularity, 0 to 1
 * @param uniformShare of listeners whose pages are in an order of pure chance, 0 to 1
 * @param profilePatience after which a page is made without the profile
 * @param logPatience after which a page that is not durable yet is refused
 */
public record HomeOptions(
        double epsilon,
        double eta,
        double popularityShare,
        double uniformShare,
        Duration profilePatience,
        Duration logPatience) {
    private static final String PREFIX = "counterpoint.home.";

    public HomeOptions {
        requireShare("epsilon", epsilon);
        requireShare("eta", eta);
        requireShare("popularity-share", popularityShare);
        requireShare("uniform-share", uniformShare);
        requireShare("popularity-share and uniform-share together", popularityShare + uniformShare);
        profilePatience = Required.positive(PREFIX + "profile-patience", profilePatience);
        logPatience = Required.positive(PREFIX + "log-patience", logPatience);
    }

    public EpsilonGreedy policy() {
        return new EpsilonGreedy(epsilon, eta);
    }

    /** In ten-thousandths, rounded. */
    public Arm.Shares arms() {
        return new Arm.Shares((int) Math.round(10_000 * popularityShare), (int) Math.round(10_000 * uniformShare));
    }

    private static void requireShare(String key, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(PREFIX + key + " is 0 to 1, not " + value);
        }
    }
}
