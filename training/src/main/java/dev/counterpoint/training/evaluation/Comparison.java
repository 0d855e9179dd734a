package dev.counterpoint.training.evaluation;

import dev.counterpoint.training.offpolicy.Interval;
import dev.counterpoint.training.offpolicy.WeightAudit.HeavyRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run found of all its policies, for every reward. Every value is a one-page value at the states that the logging policy produced; what
 * deploying a policy would bring is measured by arms and canaries only.
 *
 * @param from pages that were served then or later
 * @param to pages that were served before then
 * @param confidence of every interval
 * @param audited slots whose logged probabilities were computed again
 * @param mismatches slots where they came out otherwise, the first by name; then nothing off-policy is said
 * @param values of everything that was looked at
 * @param warnings that a reader should know before believing a value
 */
public record Comparison(
        Instant from,
        Instant to,
        double confidence,
        long audited,
        List<String> mismatches,
        List<Value> values,
        List<String> warnings) {
    /** The slice of all pages. */
    public static final String ALL = "all";

    public Comparison {
        mismatches = List.copyOf(mismatches);
        values = List.copyOf(values);
        warnings = List.copyOf(warnings);
    }

    /** Why there is no interval, where the gate has nothing against it. */
    public static String tooFew(long listeners) {
        return listeners + " listeners are too few, or too much alike, for an interval";
    }

    /**
     * Of one policy, one reward and one slice of the pages, by one estimator.
     *
     * @param policy such as a model's id, {@code popularity}, {@code served: uniform}
     * @param reward its word
     * @param slice {@link #ALL}, or such as {@code tier=premium}, {@code country=SE}, {@code listener=new}, {@code kind=track}
     * @param estimator its name; {@code on-policy} where the pages were the policy's own
     * @param propensity which logged probability it divides by
     * @param assumption what must hold besides overlap
     * @param isCovering whether its interval promises to cover
     * @param value a page; null where it is refused
     * @param difference to what the very same pages earned; null where it is refused, and for a policy's own pages
     * @param simultaneous an interval of the difference that holds for all candidates of the run at once; null where there is none
     * @param minimumDetectable how large a difference must be to be found with a probability of 0.8 in as large a log; null without a difference
     * @param overArms how much more it is worth than what the measured arms earned, by arm: of other listeners, so unpaired; empty for refused values
     *     and those of slices, and where an arm has too few listeners
     * @param support what of the log speaks of the policy
     * @param refusals why no value is given; empty where one is
     */
    public record Value(
            String policy,
            String reward,
            String slice,
            String estimator,
            String propensity,
            String assumption,
            boolean isCovering,
            @Nullable Figure value,
            @Nullable Figure difference,
            @Nullable Interval simultaneous,
            @Nullable Double minimumDetectable,
            Map<String, Figure> overArms,
            Support support,
            List<String> refusals) {
        public Value {
            overArms = Map.copyOf(overArms);
            refusals = List.copyOf(refusals);
        }
    }

    /** @param interval null where the log does not tell */
    public record Figure(
            double value, double standardError, @Nullable Interval interval) {}

    /**
     * How much of the log speaks of a policy.
     *
     * @param effectiveListeners so many of equal weight would tell as much
     * @param heaviest slots, at most ten
     */
    public record Support(
            long listeners,
            long pages,
            double effectiveListeners,
            double meanWeight,
            double meanWeightError,
            List<HeavyRow> heaviest) {
        public Support {
            heaviest = List.copyOf(heaviest);
        }

        public double largestWeight() {
            return heaviest.isEmpty() ? 0 : heaviest.get(0).weight();
        }
    }
}
