package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.time.HalfLife;

/**
 * The moments that all fading weights of a profile refer to, one per half-life (forward decay: Cormode, Shkapenyuk, Srivastava and
 * Xu 2009). An event at time t adds {@code w · 2^((t − reference)/halfLife)}; reading multiplies by {@code 2^((reference −
 * now)/halfLife)}. So one exponential per half-life serves an event or a page, whatever the number of weights, and what comes late
 * counts as if it had come in time.
 *
 * <p>A reference moves on by whole half-lives, and the weights are divided by a power of two: no rounding.
 */
final class DecayClock {
    /** Weights stay far below the largest float, and what has faded away is found often enough. */
    private static final int MOST_HALF_LIVES = 16;

    private static final HalfLife[] ALL = HalfLife.values();

    /** In microseconds; -1 before the first event. */
    final long[] references;

    DecayClock() {
        this(new long[] {-1, -1, -1, -1});
    }

    DecayClock(long[] references) {
        this.references = references;
    }

    DecayClock copy() {
        return new DecayClock(references.clone());
    }

    boolean isUnset() {
        return references[0] < 0;
    }

    /** By how many half-lives the reference must move on, so that an event at a time can be added. */
    long halvingsBefore(HalfLife halfLife, long at) {
        if (isUnset()) {
            return 0;
        }
        long passed = (at - references[halfLife.ordinal()]) / halfLife.micros();
        return passed < MOST_HALF_LIVES ? 0 : passed;
    }

    void moveOn(HalfLife halfLife, long halvings) {
        references[halfLife.ordinal()] += halvings * halfLife.micros();
    }

    /** Starts at the first event. */
    void start(long at) {
        for (int i = 0; i < references.length; i++) {
            references[i] = at;
        }
    }

    /** What weight 1 at a time adds, by half-life: double[4]. */
    double[] growth(long at) {
        double[] growth = new double[HalfLife.COUNT];
        for (HalfLife halfLife : ALL) {
            growth[halfLife.ordinal()] = halfLife.growth(at - references[halfLife.ordinal()]);
        }
        return growth;
    }

    /** What a stored weight is multiplied by to be read at a time, by half-life: double[4]. */
    double[] fading(long now) {
        double[] fading = new double[HalfLife.COUNT];
        for (HalfLife halfLife : ALL) {
            fading[halfLife.ordinal()] = isUnset() ? 0 : halfLife.growth(references[halfLife.ordinal()] - now);
        }
        return fading;
    }
}
