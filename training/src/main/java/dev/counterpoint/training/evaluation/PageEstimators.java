package dev.counterpoint.training.evaluation;

import dev.counterpoint.training.offpolicy.Coverage;
import dev.counterpoint.training.offpolicy.Propensity;
import dev.counterpoint.training.offpolicy.Reading;
import dev.counterpoint.training.offpolicy.SummedEstimator;

/**
 * Estimators of what a page of another policy earns, from slots that were left to chance. The estimand of all is the one-page value: the mean
 * reward of a page at the states that the logging policy produced, of pages that were looked at.
 */
public final class PageEstimators {
    private static final String VALUE = "the mean reward of a page at the logged states";
    private static final String OWN = "what a slot earns depends on its own place, shelf and card only";
    private static final String OWN_OR_MODEL = OWN + "; the model costs precision only";
    private static final String BEFORE_ON_SHELF =
            "what a slot earns depends on its row, its shelf and the cards up to it on its shelf only";
    private static final String BEFORE_IN_ROWS =
            "what a slot earns depends on its place, its card and the shelves up to its row only";

    /** Weights above it leave a slot to the model, in {@link #switchDoublyRobust}. */
    private static final double SWITCH = 5;

    private PageEstimators() {}

    /** What the pages really earned. */
    public static SummedEstimator<WeighedPage> served() {
        return SummedEstimator.mean(
                new Reading(
                        "on-policy",
                        Propensity.NONE,
                        "none",
                        "the mean reward of the pages that were served",
                        Coverage.MANY_CLUSTERS),
                WeighedPage::earned);
    }

    /**
     * IPS by slot. Unbiased.
     *
     * @see "Li et al. 2018, Offline Evaluation of Ranking Policies with Click Models (item-position model)"
     */
    public static SummedEstimator<WeighedPage> ips() {
        return SummedEstimator.mean(
                new Reading("IPS", Propensity.MARGINAL, OWN, VALUE, Coverage.ANY_NUMBER),
                page -> page.weighed(page.marginal()));
    }

    /**
     * The same, self-normalised: (Σ w·r / Σ w) · (slots of a page). Never more than the slots of a page can earn.
     *
     * @see "Swaminathan and Joachims 2015, The Self-Normalized Estimator for Counterfactual Learning"
     */
    public static SummedEstimator<WeighedPage> snips() {
        return new SummedEstimator<>(
                new Reading("SNIPS", Propensity.MARGINAL, OWN, VALUE, Coverage.MANY_CLUSTERS),
                4,
                (page, times, sums) -> {
                    sums.add(0, times * page.weighed(page.marginal()));
                    sums.add(1, times * WeighedPage.sum(page.marginal()));
                    sums.add(2, times * page.slots());
                    sums.add(3, times);
                },
                sums -> sums[0] / sums[1] * sums[2] / sums[3],
                sums -> {
                    double ratio = sums[0] / sums[1];
                    double slots = sums[2] / sums[3];
                    return new double[] {
                        slots / sums[1], -ratio * slots / sums[1], ratio / sums[3], -ratio * slots / sums[3]
                    };
                });
    }

    /**
     * Doubly robust: what a model expects of the page, corrected by its weighed errors on what was shown.
     *
     * @see "Dudík, Erhan, Langford and Li 2014, Doubly Robust Policy Evaluation and Optimization"
     */
    public static SummedEstimator<WeighedPage> doublyRobust() {
        return SummedEstimator.mean(
                new Reading("DR", Propensity.MARGINAL, OWN_OR_MODEL, VALUE, Coverage.ANY_NUMBER),
                page -> page.corrected(Double.POSITIVE_INFINITY));
    }

    /**
     * Doubly robust where a slot's weight is at most 5, else the model alone: less varied, and biased where the model is wrong.
     *
     * @see "Wang, Agarwal and Dudík 2017, Optimal and Adaptive Off-policy Evaluation in Contextual Bandits"
     */
    public static SummedEstimator<WeighedPage> switchDoublyRobust() {
        return SummedEstimator.mean(
                new Reading(
                        "Switch-DR λ=5", Propensity.MARGINAL, OWN + ", or the model is right", VALUE, Coverage.NONE),
                page -> page.corrected(SWITCH));
    }

    /**
     * Reward interaction IPS along each shelf.
     *
     * @see "McInerney et al. 2020, Counterfactual Evaluation of Slate Recommendations with Sequential Reward Interactions"
     */
    public static SummedEstimator<WeighedPage> ripsInShelf() {
        return SummedEstimator.mean(
                new Reading("RIPS in a shelf", Propensity.PREFIX, BEFORE_ON_SHELF, VALUE, Coverage.ANY_NUMBER),
                page -> page.weighed(page.inShelf()));
    }

    /** Reward interaction IPS along the rows. */
    public static SummedEstimator<WeighedPage> ripsOverRows() {
        return SummedEstimator.mean(
                new Reading("RIPS over rows", Propensity.PREFIX, BEFORE_IN_ROWS, VALUE, Coverage.ANY_NUMBER),
                page -> page.weighed(page.overRows()));
    }

    /** By how much an estimate is greater than what the very same pages earned. */
    public static SummedEstimator<WeighedPage> againstServed(SummedEstimator<WeighedPage> estimator) {
        Reading own = estimator.reading();
        return SummedEstimator.difference(
                new Reading(
                        own.name() + " - served",
                        own.propensity(),
                        own.assumption(),
                        "how much more than the pages that were served",
                        own.coverage()),
                estimator,
                served());
    }
}
