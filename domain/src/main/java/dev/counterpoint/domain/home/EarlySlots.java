package dev.counterpoint.domain.home;

/**
 * The closed forms of the first two slots under Plackett-Luce: {@code w_c/W}, and {@code w_c · Σ_(k≠c) (w_k/W) / (W − w_k)}. Where one item is
 * left out of a sum, those before and those behind it are added up, so that nothing is subtracted.
 */
final class EarlySlots {
    private final double[] weights;
    private final double[] first;
    private final double[] second;

    /** @param weights double[n], greater than 0 */
    EarlySlots(double[] weights) {
        this.weights = weights;
        int n = weights.length;
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double[] without = withoutEach(weights);
        this.first = new double[n];
        double[] leading = new double[n];
        for (int item = 0; item < n; item++) {
            first[item] = weights[item] / total;
            leading[item] = without[item] > 0 ? first[item] / without[item] : 0;
        }
        this.second = withoutEach(leading);
    }

    double first(int item) {
        return first[item];
    }

    double second(int item) {
        return weights[item] * second[item];
    }

    private static double[] withoutEach(double[] terms) {
        double[] sums = new double[terms.length];
        double before = 0;
        for (int item = 0; item < terms.length; item++) {
            sums[item] = before;
            before += terms[item];
        }
        double behind = 0;
        for (int item = terms.length - 1; item >= 0; item--) {
            sums[item] += behind;
            behind += terms[item];
        }
        return sums;
    }
}
