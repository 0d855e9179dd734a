package dev.counterpoint.training.offpolicy;

import java.util.Locale;

/**
 * Estimators of what a policy earns an action, from single actions with their logged probabilities. The estimand of all is V(π) = E[r] under π, in
 * the contexts that were logged; what they assume besides is said by each.
 */
public final class ActionEstimators {
    private static final String VALUE = "the mean reward of an action under the other policy, in the logged contexts";
    private static final String GAIN = VALUE + ", less that under the logging policy";
    private static final String NOTHING_ELSE = "every action of the other policy was logged with a probability above 0";
    private static final String MODEL = "the model is right";
    private static final String EITHER = NOTHING_ELSE + ", or the model is right";
    private static final String CUT = NOTHING_ELSE + "; weights are shrunk, which costs bias and saves variance";

    private ActionEstimators() {}

    /**
     * Inverse propensity scoring: the mean of w·r. Unbiased.
     *
     * @see "Horvitz and Thompson 1952, A Generalization of Sampling Without Replacement From a Finite Universe"
     */
    public static OffPolicyEstimator<WeighedAction> ips() {
        return SummedEstimator.mean(
                reading("IPS", NOTHING_ELSE, Coverage.ANY_NUMBER), row -> row.weight() * row.reward());
    }

    /**
     * Clipped IPS: no weight counts more than λ.
     *
     * @param lambda &gt; 0
     * @see "Ionides 2008, Truncated Importance Sampling"
     */
    public static OffPolicyEstimator<WeighedAction> clippedIps(double lambda) {
        requirePositive(lambda);
        return SummedEstimator.mean(
                reading(named("CIPS", lambda), CUT, Coverage.NONE),
                row -> Math.min(row.weight(), lambda) * row.reward());
    }

    /**
     * Self-normalised IPS: Σ w·r / Σ w. Within the range of the rewards, and shifts with them.
     *
     * @see "Swaminathan and Joachims 2015, The Self-Normalized Estimator for Counterfactual Learning"
     */
    public static OffPolicyEstimator<WeighedAction> snips() {
        return SummedEstimator.ratio(
                reading("SNIPS", NOTHING_ELSE, Coverage.MANY_CLUSTERS),
                row -> row.weight() * row.reward(),
                WeighedAction::weight);
    }

    /** The direct method: what a model expects of the other policy. */
    public static OffPolicyEstimator<WeighedAction> direct() {
        return SummedEstimator.mean(
                new Reading("DM", Propensity.NONE, MODEL, VALUE, Coverage.NONE), WeighedAction::expected);
    }

    /**
     * How much more the other policy earns an action than the logging one, on the same rows: SNIPS less the mean reward. What both share cancels
     * out, so its interval tells better which of the two is ahead than the intervals of both.
     */
    public static OffPolicyEstimator<WeighedAction> selfNormalisedGain() {
        return new SummedEstimator<>(
                new Reading("SNIPS gain", Propensity.MARGINAL, NOTHING_ELSE, GAIN, Coverage.MANY_CLUSTERS),
                4,
                (row, times, sums) -> {
                    sums.add(0, times * row.weight() * row.reward());
                    sums.add(1, times * row.weight());
                    sums.add(2, times * row.reward());
                    sums.add(3, times);
                },
                sums -> sums[0] / sums[1] - sums[2] / sums[3],
                sums -> new double[] {
                    1 / sums[1], -sums[0] / (sums[1] * sums[1]), -1 / sums[3], sums[2] / (sums[3] * sums[3])
                });
    }

    /**
     * Doubly robust: what a model expects, corrected by its weighed errors.
     *
     * @see "Dudík, Erhan, Langford and Li 2014, Doubly Robust Policy Evaluation and Optimization"
     */
    public static OffPolicyEstimator<WeighedAction> doublyRobust() {
        return corrected(reading("DR", EITHER, Coverage.ANY_NUMBER), row -> row.weight());
    }

    /**
     * Doubly robust with weights that are normalised by their mean.
     *
     * @see "Thomas and Brunskill 2016, Data-Efficient Off-Policy Policy Evaluation"
     */
    public static OffPolicyEstimator<WeighedAction> selfNormalisedDoublyRobust() {
        return new SummedEstimator<>(
                reading("SNDR", EITHER, Coverage.MANY_CLUSTERS),
                4,
                (row, times, sums) -> {
                    sums.add(0, times);
                    sums.add(1, times * row.expected());
                    sums.add(2, times * row.weight() * row.surprise());
                    sums.add(3, times * row.weight());
                },
                sums -> sums[1] / sums[0] + sums[2] / sums[3],
                sums -> new double[] {
                    -sums[1] / (sums[0] * sums[0]), 1 / sums[0], 1 / sums[3], -sums[2] / (sums[3] * sums[3])
                });
    }

    /**
     * Doubly robust where a weight is at most λ, else the model alone. λ = 0 is the direct method, λ = ∞ doubly robust.
     *
     * @param lambda ≥ 0
     * @see "Wang, Agarwal and Dudík 2017, Optimal and Adaptive Off-policy Evaluation in Contextual Bandits"
     */
    public static OffPolicyEstimator<WeighedAction> switchDoublyRobust(double lambda) {
        requireNotNegative(lambda);
        return corrected(
                reading(named("Switch-DR", lambda), EITHER, Coverage.NONE),
                row -> row.weight() <= lambda ? row.weight() : 0);
    }

    /**
     * Doubly robust with optimistic shrinkage: weights become λ·w / (w² + λ). λ = 0 is the direct method, λ = ∞ doubly robust.
     *
     * @param lambda ≥ 0
     * @see "Su, Dimakopoulou, Krishnamurthy and Dudík 2020, Doubly Robust Off-policy Evaluation with Shrinkage"
     */
    public static OffPolicyEstimator<WeighedAction> shrunkDoublyRobust(double lambda) {
        requireNotNegative(lambda);
        return corrected(reading(named("DRos", lambda), CUT, Coverage.NONE), row -> shrunk(row.weight(), lambda));
    }

    private static double shrunk(double weight, double lambda) {
        if (lambda == Double.POSITIVE_INFINITY) {
            return weight;
        }
        return lambda == 0 ? 0 : lambda * weight / (weight * weight + lambda);
    }

    /**
     * IPS with sub-Gaussian weights w / (1 − λ + λ·w).
     *
     * @param lambda 0 (IPS) to 1 (the mean reward as logged)
     * @see "Metelli, Russo and Restelli 2021, Subgaussian and Differentiable Importance Sampling"
     */
    public static OffPolicyEstimator<WeighedAction> subGaussianIps(double lambda) {
        requireShare(lambda);
        return SummedEstimator.mean(
                reading(named("SG-IPS", lambda), CUT, Coverage.NONE),
                row -> subGaussian(row.weight(), lambda) * row.reward());
    }

    /**
     * Doubly robust with the weights of {@link #subGaussianIps}.
     *
     * @param lambda 0 to 1
     */
    public static OffPolicyEstimator<WeighedAction> subGaussianDoublyRobust(double lambda) {
        requireShare(lambda);
        return corrected(reading(named("SG-DR", lambda), CUT, Coverage.NONE), row -> subGaussian(row.weight(), lambda));
    }

    private static double subGaussian(double weight, double lambda) {
        return weight == 0 ? 0 : weight / (1 - lambda + lambda * weight);
    }

    /** The most likely value of all that the log allows; see {@link EmpiricalLikelihood}. */
    public static OffPolicyEstimator<WeighedAction> mostLikely() {
        return new EmpiricalLikelihood(reading("MLE", NOTHING_ELSE, Coverage.NONE));
    }

    /**
     * Empirical likelihood with the Cressie-Read divergence of power −2, which has a closed form. Weights may be as low as 0 and as high as ever;
     * what a log leaves open is taken as the middle of the rewards.
     *
     * @param lowest of the rewards
     * @param highest of the rewards
     * @see "Karampatziakis, Langford and Mineiro 2020, Empirical Likelihood for Contextual Bandits"
     */
    public static OffPolicyEstimator<WeighedAction> cressieRead(double lowest, double highest) {
        return CressieRead.of(reading("Cressie-Read", NOTHING_ELSE, Coverage.MANY_CLUSTERS), lowest, highest);
    }

    private static OffPolicyEstimator<WeighedAction> corrected(
            Reading reading, SummedEstimator.Term<WeighedAction> weight) {
        return SummedEstimator.mean(reading, row -> row.expected() + weight.of(row) * row.surprise());
    }

    private static Reading reading(String name, String assumption, Coverage coverage) {
        return new Reading(name, Propensity.MARGINAL, assumption, VALUE, coverage);
    }

    private static String named(String name, double lambda) {
        return lambda == Math.rint(lambda) && lambda < 1e9
                ? String.format(Locale.ROOT, "%s λ=%.0f", name, lambda)
                : name + " λ=" + lambda;
    }

    private static void requirePositive(double lambda) {
        if (!(lambda > 0)) {
            throw new IllegalArgumentException("λ is above 0, not " + lambda);
        }
    }

    private static void requireNotNegative(double lambda) {
        if (!(lambda >= 0)) {
            throw new IllegalArgumentException("λ is at least 0, not " + lambda);
        }
    }

    private static void requireShare(double lambda) {
        if (!(lambda >= 0 && lambda <= 1)) {
            throw new IllegalArgumentException("λ is 0 to 1, not " + lambda);
        }
    }
}
