package dev.counterpoint.infra.server.settings;

import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.ExploringPolicy;
import dev.counterpoint.domain.home.PlackettLuce;
import dev.counterpoint.domain.home.source.Rest;
import dev.counterpoint.domain.listener.Tier;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How home pages are made.
 *
 * @param policy epsilon-greedy or plackett-luce
 * @param epsilon of epsilon-greedy: how often a slot is left to chance, 0 to 1
 * @param temperature of plackett-luce, greater than 0: how far a score may lie below the best to be tried 1/e as often
 * @param eta how often a whole list is, 0 to 1
 * @param exploration by tier
 * @param calibration whether rows and columns are divided among media as the listener divides their plays
 * @param restAfter impressions without an answer after which a card rests; 0 for never
 * @param restFor how long, from the last impression on
 * @param popularityShare of listeners whose pages are ordered by popularity, 0 to 1
 * @param uniformShare of listeners whose pages are in an order of pure chance, 0 to 1
 * @param profilePatience after which a page is made without the profile
 * @param sourcePatience after which a page is made without a source that has not proposed
 * @param logPatience after which a page that is not durable yet is refused
 * @param concurrentPages in progress at most; 0: as the processors allow
 * @param pagePatience after which a page that may not be begun yet is refused
 */
public record HomeOptions(
        String policy,
        double epsilon,
        double temperature,
        double eta,
        ExplorationOptions exploration,
        boolean calibration,
        int restAfter,
        Duration restFor,
        double popularityShare,
        double uniformShare,
        Duration profilePatience,
        Duration sourcePatience,
        Duration logPatience,
        int concurrentPages,
        Duration pagePatience) {
    private static final String PREFIX = "counterpoint.home.";
    private static final String PLACKETT_LUCE = "plackett-luce";
    private static final List<String> POLICIES = List.of("epsilon-greedy", PLACKETT_LUCE);
    private static final int PAGES_A_PROCESSOR = 8;
    private static final int FEWEST_PAGES = 16;
    private static final Duration LONGEST_REST = Duration.ofDays(365);
    private static final Duration LONGEST_PAGE_PATIENCE = Duration.ofSeconds(10);

    public HomeOptions {
        requireShare("epsilon", epsilon);
        temperature = Required.positive(PREFIX + "temperature", temperature);
        requireShare("eta", eta);
        requireShare("popularity-share", popularityShare);
        requireShare("uniform-share", uniformShare);
        requireShare("popularity-share and uniform-share together", popularityShare + uniformShare);
        profilePatience = Required.positive(PREFIX + "profile-patience", profilePatience);
        sourcePatience = Required.positive(PREFIX + "source-patience", sourcePatience);
        logPatience = Required.positive(PREFIX + "log-patience", logPatience);
        restFor = Required.within(PREFIX + "rest-for", restFor, LONGEST_REST);
        if (restAfter < 0) {
            throw new IllegalArgumentException(PREFIX + "rest-after is at least 1, or 0 for never, not " + restAfter);
        }
        if (!POLICIES.contains(policy)) {
            throw new IllegalArgumentException(PREFIX + "policy is one of " + POLICIES + ", not " + policy);
        }
        if (concurrentPages < 0) {
            throw new IllegalArgumentException(
                    PREFIX + "concurrent-pages is at least 1, or 0 for the default, not " + concurrentPages);
        }
        pagePatience = Required.within(PREFIX + "page-patience", pagePatience, LONGEST_PAGE_PATIENCE);
    }

    /** How many pages may be in progress on a machine. */
    public int concurrentPagesOn(int processors) {
        return concurrentPages > 0 ? concurrentPages : Math.max(FEWEST_PAGES, PAGES_A_PROCESSOR * processors);
    }

    /** How slots are filled before tiers are told apart. */
    public ExploringPolicy drawing() {
        return policy.equals(PLACKETT_LUCE) ? new PlackettLuce(temperature, eta) : new EpsilonGreedy(epsilon, eta);
    }

    /** How slots are filled for listeners of each tier. */
    public Map<Tier, ExploringPolicy> policies() {
        Map<Tier, ExploringPolicy> policies = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            policies.put(tier, drawing().times(exploration.of(tier)));
        }
        return policies;
    }

    /** Of cards that were seen often and not taken up. */
    public Rest rest() {
        return new Rest(restAfter, restFor);
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
