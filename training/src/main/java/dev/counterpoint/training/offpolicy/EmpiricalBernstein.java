package dev.counterpoint.training.offpolicy;

/**
 * An interval of a mean that covers at least as it says for any number of independent values between two stated bounds, such as a cluster's mean of
 * w·r. It is wider than one that relies on many values. It holds for the one time that it is looked at; {@link EmpiricalBernsteinSequence} for all.
 *
 * <p>It takes the same memory for any number of values. Not thread-safe: a thread has one of its own, and merges it in the end.
 *
 * @see "Maurer and Pontil 2009, Empirical Bernstein Bounds and Sample Variance Penalization, theorem 4 (for either side at half the error)"
 */
public final class EmpiricalBernstein {
    private static final int SUM = 0;
    private static final int SQUARES = 1;

    private final Bounds bounds;
    private final Sums scaled = new Sums(2);
    private long count;

    public EmpiricalBernstein(Bounds bounds) {
        this.bounds = bounds;
    }

    /** @throws IllegalArgumentException if the value is not between the bounds: then nothing would hold */
    public void add(double value) {
        double share = bounds.scaled(value);
        scaled.add(SUM, share);
        scaled.add(SQUARES, share * share);
        count++;
    }

    /**
     * Adds all that another one has seen.
     *
     * @throws IllegalArgumentException if it has other bounds
     */
    public void merge(EmpiricalBernstein other) {
        if (!other.bounds.equals(bounds)) {
            throw new IllegalArgumentException("values between other bounds than " + bounds + ": " + other.bounds);
        }
        scaled.addAll(other.scaled);
        count += other.count;
    }

    /** @return within the bounds; with fewer than two values the bounds themselves */
    public Interval interval(double confidence) {
        Interval.requireConfidence(confidence);
        if (count < 2) {
            return new Interval(bounds.lowest(), bounds.highest(), confidence);
        }
        double mean = Math.min(1, Math.max(0, scaled.get(SUM) / count));
        double variance = Math.max(0, scaled.get(SQUARES) - count * mean * mean) / (count - 1);
        double log = Math.log(4 / (1 - confidence));
        double margin = Math.sqrt(2 * variance * log / count) + 7 * log / (3 * (count - 1.0));
        return new Interval(
                bounds.unscaled(Math.max(0, mean - margin)), bounds.unscaled(Math.min(1, mean + margin)), confidence);
    }

    public long count() {
        return count;
    }
}
