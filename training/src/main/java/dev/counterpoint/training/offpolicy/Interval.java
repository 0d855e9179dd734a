package dev.counterpoint.training.offpolicy;

/**
 * Where a value lies, as far as a log tells.
 *
 * @param confidence with which it does, within (0, 1)
 */
public record Interval(double low, double high, double confidence) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval goes from low to high, not from " + low + " to " + high);
        }
        requireConfidence(confidence);
    }

    static void requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence is between 0 and 1, not " + confidence);
        }
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
