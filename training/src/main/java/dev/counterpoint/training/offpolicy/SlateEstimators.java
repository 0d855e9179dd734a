package dev.counterpoint.training.offpolicy;

/**
 * Estimators of what a policy earns a slate: the sum of the rewards at its positions. They differ in what they let rewards depend on, and so in
 * the probability that they divide by: the more is allowed, the more the weights vary.
 */
public final class SlateEstimators {
    private static final String VALUE =
            "the mean sum of rewards of a slate under the other policy, in the logged contexts";
    private static final String ANY = "every slate of the other policy was logged with a probability above 0";
    private static final String OWN = "a reward depends on the action at its own position only";
    private static final String BEFORE = "a reward depends on the actions up to its position only";
    private static final String ADDITIVE =
            "the slate's reward is a sum of what each position adds, and the logging policy chose each position by itself";

    private SlateEstimators() {}

    /** Standard IPS: the whole slate is one action. */
    public static OffPolicyEstimator<WeighedSlate> standardIps() {
        return SummedEstimator.mean(
                new Reading("SIPS", Propensity.JOINT, ANY, VALUE, Coverage.ANY_NUMBER),
                slate -> slate.joint() * slate.reward());
    }

    /** Standard IPS, normalised by the mean weight. */
    public static OffPolicyEstimator<WeighedSlate> selfNormalisedStandardIps() {
        return SummedEstimator.ratio(
                new Reading("SNSIPS", Propensity.JOINT, ANY, VALUE, Coverage.MANY_CLUSTERS),
                slate -> slate.joint() * slate.reward(),
                WeighedSlate::joint);
    }

    /**
     * Independent IPS: each position for itself.
     *
     * @see "Li, Abbasi-Yadkori, Kveton et al. 2018, Offline Evaluation of Ranking Policies with Click Models"
     */
    public static OffPolicyEstimator<WeighedSlate> independentIps() {
        return SummedEstimator.mean(
                new Reading("IIPS", Propensity.MARGINAL, OWN, VALUE, Coverage.ANY_NUMBER),
                slate -> product(slate.marginal(), slate.rewards()));
    }

    /** @param positions that the longest slate has */
    public static OffPolicyEstimator<WeighedSlate> selfNormalisedIndependentIps(int positions) {
        return byPosition(
                new Reading("SNIIPS", Propensity.MARGINAL, OWN, VALUE, Coverage.MANY_CLUSTERS),
                positions,
                WeighedSlate::marginal);
    }

    /**
     * Reward interaction IPS: what stands below does not matter.
     *
     * @see "McInerney, Brost, Chandar, Mehrotra and Carterette 2020, Counterfactual Evaluation of Slate Recommendations with Sequential Reward
     *     Interactions"
     */
    public static OffPolicyEstimator<WeighedSlate> rewardInteractionIps() {
        return SummedEstimator.mean(
                new Reading("RIPS", Propensity.PREFIX, BEFORE, VALUE, Coverage.ANY_NUMBER),
                slate -> product(slate.prefix(), slate.rewards()));
    }

    /** @param positions that the longest slate has */
    public static OffPolicyEstimator<WeighedSlate> selfNormalisedRewardInteractionIps(int positions) {
        return byPosition(
                new Reading("SNRIPS", Propensity.PREFIX, BEFORE, VALUE, Coverage.MANY_CLUSTERS),
                positions,
                WeighedSlate::prefix);
    }

    /**
     * Doubly robust along the slate: at each position what a model expects of the rest, corrected by its errors so far.
     *
     * @see "Kiyohara, Saito, Matsuhiro et al. 2022, Doubly Robust Off-Policy Evaluation for Ranking Policies under the Cascade Behavior Model"
     */
    public static OffPolicyEstimator<WeighedSlate> cascadeDoublyRobust() {
        return SummedEstimator.mean(
                new Reading(
                        "Cascade-DR",
                        Propensity.PREFIX,
                        BEFORE + ", or the model is right",
                        VALUE,
                        Coverage.ANY_NUMBER),
                SlateEstimators::cascade);
    }

    private static double cascade(WeighedSlate slate) {
        double sum = 0;
        double before = 1;
        for (int k = 0; k < slate.positions(); k++) {
            double weight = slate.prefix()[k];
            sum += weight * (slate.rewards()[k] - slate.predicted()[k]) + before * slate.expected()[k];
            before = weight;
        }
        return sum;
    }

    /**
     * The pseudo-inverse estimator, in the closed form that it has for logging policies which choose each position by itself:
     * {@code (Σ w_k - K + 1)} times the slate's reward.
     *
     * @see "Swaminathan, Krishnamurthy, Agarwal et al. 2017, Off-policy Evaluation for Slate Recommendation"
     */
    public static OffPolicyEstimator<WeighedSlate> pseudoInverse() {
        return SummedEstimator.mean(
                new Reading("PI", Propensity.MARGINAL, ADDITIVE, VALUE, Coverage.ANY_NUMBER), slate -> {
                    double weight = 1 - slate.positions();
                    for (double marginal : slate.marginal()) {
                        weight += marginal;
                    }
                    return weight * slate.reward();
                });
    }

    private interface Weights {
        double[] of(WeighedSlate slate);
    }

    /** Σ over positions of (Σ w·r / Σ w) · (share of slates that have the position). */
    private static OffPolicyEstimator<WeighedSlate> byPosition(Reading reading, int positions, Weights weights) {
        int all = 3 * positions;
        return new SummedEstimator<>(
                reading,
                all + 1,
                (slate, times, sums) -> {
                    double[] own = weights.of(slate);
                    for (int k = 0; k < slate.positions(); k++) {
                        sums.add(3 * k, times * own[k] * slate.rewards()[k]);
                        sums.add(3 * k + 1, times * own[k]);
                        sums.add(3 * k + 2, times);
                    }
                    sums.add(all, times);
                },
                sums -> valueByPosition(sums, positions),
                sums -> gradientByPosition(sums, positions));
    }

    private static double valueByPosition(double[] sums, int positions) {
        double value = 0;
        for (int k = 0; k < positions; k++) {
            if (sums[3 * k + 2] > 0) {
                value += sums[3 * k] / sums[3 * k + 1] * (sums[3 * k + 2] / sums[3 * positions]);
            }
        }
        return sums[3 * positions] > 0 ? value : Double.NaN;
    }

    private static double[] gradientByPosition(double[] sums, int positions) {
        double[] gradient = new double[sums.length];
        double slates = sums[3 * positions];
        for (int k = 0; k < positions; k++) {
            if (sums[3 * k + 2] > 0) {
                double ratio = sums[3 * k] / sums[3 * k + 1];
                double share = sums[3 * k + 2] / slates;
                gradient[3 * k] = share / sums[3 * k + 1];
                gradient[3 * k + 1] = -share * ratio / sums[3 * k + 1];
                gradient[3 * k + 2] = ratio / slates;
                gradient[3 * positions] -= ratio * share / slates;
            }
        }
        return gradient;
    }

    private static double product(double[] weights, double[] rewards) {
        double sum = 0;
        for (int k = 0; k < rewards.length; k++) {
            sum += weights[k] * rewards[k];
        }
        return sum;
    }
}
