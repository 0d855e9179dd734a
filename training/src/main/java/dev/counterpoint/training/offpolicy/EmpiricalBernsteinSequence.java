package dev.counterpoint.training.offpolicy;

/**
 * Intervals of a mean that hold at all times together, so that one may look as often as one likes and stop when one has seen enough: of independent values
 * between two stated bounds, such as a cluster's mean of w·r where weights and rewards are bounded. Values come in their order; it cannot be merged.
 *
 * @see "Waudby-Smith and Ramdas 2024, Estimating Means of Bounded Random Variables by Betting, theorem 2 (predictable plug-in)"
 */
public final class EmpiricalBernsteinSequence {
    private static final double LARGEST_BET = 0.5;
    private static final double PRIOR_MEAN = 0.5;
    private static final double PRIOR_VARIANCE = 0.25;

    private final Bounds bounds;
    private final double confidence;
    private final double log;
    private long count;
    private double sum;
    private double squares;
    private double bets;
    private double betOn;
    private double spread;
    private double low;
    private double high = 1;

    public EmpiricalBernsteinSequence(Bounds bounds, double confidence) {
        Interval.requireConfidence(confidence);
        this.bounds = bounds;
        this.confidence = confidence;
        this.log = Math.log(2 / (1 - confidence));
    }

    /** @throws IllegalArgumentException if the value is not between the bounds: then nothing would hold */
    public void add(double value) {
        double scaled = bounds.scaled(value);
        double mean = (PRIOR_MEAN + sum) / (count + 1);
        double variance = (PRIOR_VARIANCE + squares) / (count + 1);
        count++;
        double bet = Math.min(LARGEST_BET, Math.sqrt(2 * log / (variance * count * Math.log(count + 1))));
        bets += bet;
        betOn += bet * scaled;
        spread += (scaled - mean) * (scaled - mean) * (-Math.log1p(-bet) - bet);
        sum += scaled;
        double meanNow = (PRIOR_MEAN + sum) / (count + 1);
        squares += (scaled - meanNow) * (scaled - meanNow);
        double centre = betOn / bets;
        double margin = (log + spread) / bets;
        low = Math.max(low, centre - margin);
        high = Math.min(high, centre + margin);
    }

    /** What has held at all times so far: it never widens. Where values contradict their independence it may become a point. */
    public Interval interval() {
        double from = Math.min(low, high);
        return new Interval(bounds.unscaled(from), bounds.unscaled(Math.max(from, high)), confidence);
    }

    public long count() {
        return count;
    }
}
