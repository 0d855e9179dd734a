package dev.counterpoint.training.offpolicy;

import java.util.Arrays;

/**
 * A logged slate as another policy weighs it. Arrays are by position, all of one length, and not copied.
 *
 * @param marginal double[positions], the other policy's probability of the action at its position over the logged one
 * @param prefix double[positions], the same of all actions up to and with this one; the last is that of the whole slate
 * @param rewards double[positions]
 * @param predicted double[positions], a model's expectation of what this and all later positions earn, given the actions up to this one; 0
 *     without a model
 * @param expected double[positions], the same where the other policy chooses this action; 0 without a model
 */
public record WeighedSlate(
        double[] marginal, double[] prefix, double[] rewards, double[] predicted, double[] expected) {
    public WeighedSlate {
        int positions = rewards.length;
        if (positions == 0
                || marginal.length != positions
                || prefix.length != positions
                || predicted.length != positions
                || expected.length != positions) {
            throw new IllegalArgumentException(
                    "a slate has a position at least, and a value of each kind for every one");
        }
        for (int k = 0; k < positions; k++) {
            requireWeight(marginal[k]);
            requireWeight(prefix[k]);
            if (!Double.isFinite(rewards[k]) || !Double.isFinite(predicted[k]) || !Double.isFinite(expected[k])) {
                throw new IllegalArgumentException("rewards are finite, not " + rewards[k] + ", " + predicted[k] + ", "
                        + expected[k] + " at position " + k);
            }
        }
    }

    /** Without a model, of policies that choose each position by itself. */
    public static WeighedSlate independent(double[] marginal, double[] rewards) {
        double[] none = new double[rewards.length];
        return new WeighedSlate(marginal, products(marginal), rewards, none, none);
    }

    /** The product of the first k + 1 factors at each k. */
    public static double[] products(double[] factors) {
        double[] products = factors.clone();
        Arrays.parallelPrefix(products, (one, other) -> one * other);
        return products;
    }

    private static void requireWeight(double weight) {
        if (!(weight >= 0) || weight == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a weight is finite and not negative, not " + weight);
        }
    }

    int positions() {
        return rewards.length;
    }

    /** Of the whole slate. */
    double joint() {
        return prefix[prefix.length - 1];
    }

    double reward() {
        double sum = 0;
        for (double reward : rewards) {
            sum += reward;
        }
        return sum;
    }
}
