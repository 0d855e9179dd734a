package dev.counterpoint.infra.models;

/** From logits to probabilities, in double, bit for bit the same on every machine. */
final class Sigmoid {
    /** Beyond it σ is 0 or 1 as a float. */
    private static final double LARGEST_LOGIT = 15;

    private Sigmoid() {}

    /** @return within (0, 1) */
    static float of(double logit) {
        double bounded = Math.max(-LARGEST_LOGIT, Math.min(LARGEST_LOGIT, logit));
        return (float) (1 / (1 + StrictMath.exp(-bounded)));
    }
}
