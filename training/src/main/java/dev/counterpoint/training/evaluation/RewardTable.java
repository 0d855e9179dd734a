package dev.counterpoint.training.evaluation;

/**
 * A model of rewards as plain as can be: how likely a place is seen, times what a seen slot earns whose score lies where this one's does. It takes any
 * order of the scores for what it was worth elsewhere, and so needs no trust in them as probabilities. Fitted on other listeners than it is asked for, it
 * costs precision where it is wrong, never validity. Not thread-safe.
 */
public final class RewardTable {
    private static final int ROWS = 20;
    private static final int COLUMNS = 50;
    private static final double LOWEST = -8;
    private static final double STEP = 0.5;
    private static final int BINS = 25;
    /** So many seen slots of average reward are added to those of each bin. */
    private static final double PRIOR = 20;

    private final long[] shown = new long[ROWS * COLUMNS];
    private final long[] seen = new long[ROWS * COLUMNS];
    private final long[] seenByScore = new long[BINS];
    private final double[] earnedByScore = new double[BINS];

    /**
     * @param row from 0
     * @param column from 0
     * @param score within (0, 1) where it is a probability; else it is told by its order alone
     */
    public void add(int row, int column, boolean isSeen, double score, double reward) {
        int place = row * COLUMNS + column;
        shown[place]++;
        if (isSeen) {
            seen[place]++;
            seenByScore[bin(score)]++;
            earnedByScore[bin(score)] += reward;
        }
    }

    public void merge(RewardTable other) {
        for (int place = 0; place < shown.length; place++) {
            shown[place] += other.shown[place];
            seen[place] += other.seen[place];
        }
        for (int bin = 0; bin < BINS; bin++) {
            seenByScore[bin] += other.seenByScore[bin];
            earnedByScore[bin] += other.earnedByScore[bin];
        }
    }

    /** What can be asked of it, once all is added. */
    public Fitted fitted() {
        double[] places = new double[shown.length];
        for (int place = 0; place < places.length; place++) {
            places[place] = (seen[place] + 1.0) / (shown[place] + 2.0);
        }
        double earned = 0;
        double all = 0;
        for (int bin = 0; bin < BINS; bin++) {
            earned += earnedByScore[bin];
            all += seenByScore[bin];
        }
        double mean = all > 0 ? earned / all : 0;
        double[] rates = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            rates[bin] = (earnedByScore[bin] + PRIOR * mean) / (seenByScore[bin] + PRIOR);
        }
        return new Fitted(places, rates);
    }

    /**
     * Immutable; arrays are not copied.
     *
     * @param places double[rows × columns], how likely a place is seen
     * @param rates double[bins], what a seen slot earns
     */
    public record Fitted(double[] places, double[] rates) {
        public double seen(int row, int column) {
            return places[row * COLUMNS + column];
        }

        public double rate(double score) {
            return rates[bin(score)];
        }
    }

    private static int bin(double score) {
        double logit = score > 0 && score < 1 ? Math.log(score / (1 - score)) : score;
        double place = Math.floor((logit - LOWEST) / STEP);
        return (int) Math.max(0, Math.min(BINS - 1, place));
    }
}
