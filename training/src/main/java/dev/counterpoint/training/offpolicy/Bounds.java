package dev.counterpoint.training.offpolicy;

/**
 * What is known before any row is seen of how low and how high a row's term can be. Taken from the rows themselves it bounds nothing.
 *
 * @param lowest below {@code highest}
 */
public record Bounds(double lowest, double highest) {
    public Bounds {
        if (!(lowest < highest) || !Double.isFinite(highest - lowest)) {
            throw new IllegalArgumentException("values are between two bounds, not " + lowest + " and " + highest);
        }
    }

    /**
     * Of w·r.
     *
     * @param rewards that there are
     * @param largestWeight that there is, &gt; 0
     */
    public static Bounds ofInversePropensity(Bounds rewards, double largestWeight) {
        return new Bounds(Math.min(0, largestWeight * rewards.lowest), Math.max(0, largestWeight * rewards.highest));
    }

    /**
     * Of the expected reward and w·(r − q̂), the model predicting nothing but rewards that there are.
     *
     * @param rewards that there are
     * @param largestWeight that there is, &gt; 0
     */
    public static Bounds ofDoublyRobust(Bounds rewards, double largestWeight) {
        double widest = largestWeight * rewards.range();
        return new Bounds(rewards.lowest - widest, rewards.highest + widest);
    }

    double range() {
        return highest - lowest;
    }

    /** @return the value, 0 being the lowest and 1 the highest */
    double scaled(double value) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException("a value is between " + lowest + " and " + highest + ", not " + value);
        }
        return (value - lowest) / range();
    }

    double unscaled(double share) {
        return lowest + share * range();
    }
}
