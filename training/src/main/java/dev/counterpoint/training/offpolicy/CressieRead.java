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
    private static final double STEP = 1e-6;

    private CressieRead() {}

    static OffPolicyEstimator<WeighedAction> of(Reading reading, double lowest, double highest) {
        if (!(lowest <= highest)) {
            throw new IllegalArgumentException("rewards are from low to high, not " + lowest + " to " + highest);
        }
        double middle = (lowest + highest) / 2;
        return new SummedEstimator<>(
                reading, SUMS, CressieRead::add, sums -> value(sums, middle), sums -> gradient(sums, middle));
    }

    private static void add(WeighedAction row, double times, Sums sums) {
        double weight = row.weight();
        sums.add(ROWS, times);
        sums.add(W, times * weight);
        sums.add(WW, times * weight * weight);
        sums.add(WR, times * weight * row.reward());
        sums.add(WWR, times * weight * weight * row.reward());
    }

    private static double value(double[] sums, double middle) {
        double all = 1 + sums[ROWS];
        double first = sums[W] / all;
        if (sums[W] < sums[ROWS]) {
            // A weight without bound takes what is missing, and leaves the other rows as they are.
            return sums[WR] / all + (1 - first) * middle;
        }
        double second = sums[WW] / all;
        double spread = second - first * first;
        double constant = (second - first) / spread;
        double slope = (1 - first) / spread;
        double seen = constant * first + slope * second;
        double value = (constant * sums[WR] + slope * sums[WWR]) / all;
        return value + Math.max(0, 1 - seen) * middle;
    }

    /** By central differences: the closed form is long, and smooth but where weights are on average 1. */
    private static double[] gradient(double[] sums, double middle) {
        double[] gradient = new double[SUMS];
        for (int i = 0; i < SUMS; i++) {
            double step = STEP * Math.max(1, Math.abs(sums[i]));
            double[] more = sums.clone();
            double[] less = sums.clone();
            more[i] += step;
            less[i] -= step;
            gradient[i] = (value(more, middle) - value(less, middle)) / (2 * step);
        }
        return gradient;
    }
}
