package dev.counterpoint.training.offpolicy;

/**
 * Reweighs the rows so that their importance weights have mean 1, at the least Cressie-Read distance of power −2 from all alike. One row
 * that was never seen stands for the weights on the other side of 1: it weighs 0 where the weights seen are too heavy, and as much as it takes where they
 * are too light.
 */
final class CressieRead {
    private static final int ROWS = 0;
    private static final int W = 1;
    private static final int WW = 2;
    private static final int WR = 3;
    private static final int WWR = 4;
    private static final int SUMS = 5;

    private CressieRead() {}

    static OffPolicyEstimator<WeighedAction> of(Reading reading, double lowest, double highest) {
        if (!(lowest <= highest)) {
            throw new IllegalArgumentException("rewards are from low to high, not " + lowest + " to " + highest);
        }
        double middle = (lowest + highest) / 2;
        return new SummedEstimator<>(reading, SUMS, CressieRead::add, sums -> value(sums, middle));
    }

    private static void add(WeighedAction row, double times, Sums sums) {
        double weight = row.weight();
        sums.add(ROWS, times);
        sums.add(W, times * weight);
        sums.add(WW, times * weight * weight);
        sums.add(WR, times * weight * row.reward());
        sums.add(WWR, times * weight * weight * row.reward());
    }

    private static double value(Sums sums, double middle) {
        double all = 1 + sums.get(ROWS);
        double first = sums.get(W) / all;
        if (sums.get(W) < sums.get(ROWS)) {
            // A weight without bound takes what is missing, and leaves the other rows as they are.
            return sums.get(WR) / all + (1 - first) * middle;
        }
        double second = sums.get(WW) / all;
        double spread = second - first * first;
        double constant = (second - first) / spread;
        double slope = (1 - first) / spread;
        double seen = constant * first + slope * second;
        double value = (constant * sums.get(WR) + slope * sums.get(WWR)) / all;
        return value + Math.max(0, 1 - seen) * middle;
    }
}
