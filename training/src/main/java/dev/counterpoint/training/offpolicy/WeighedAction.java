package dev.counterpoint.training.offpolicy;

/**
 * A logged action as another policy weighs it.
 *
 * @param weight w: the other policy's probability of the action over the logged one, finite and ≥ 0
 * @param reward r, finite
 * @param predicted q̂(x, a): a model's expectation of the reward of this action; 0 without a model
 * @param expected Σ over actions of π(a | x) q̂(x, a): the same of what the other policy would do; 0 without a model
 */
public record WeighedAction(double weight, double reward, double predicted, double expected) {
    public WeighedAction {
        if (!(weight >= 0) || weight == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a weight is finite and not negative, not " + weight);
        }
        if (!Double.isFinite(reward) || !Double.isFinite(predicted) || !Double.isFinite(expected)) {
            throw new IllegalArgumentException(
                    "rewards are finite, not " + reward + ", " + predicted + ", " + expected);
        }
    }

    /** Without a model. */
    public WeighedAction(double weight, double reward) {
        this(weight, reward, 0, 0);
    }

    double surprise() {
        return reward - predicted;
    }
}
