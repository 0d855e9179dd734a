package dev.counterpoint.training.offpolicy;

import java.util.HashMap;
import java.util.Map;

/**
 * The value under the most likely distribution of logged rows whose importance weights have mean 1, as they must have: row i gets
 * {@code 1 / (n + β (w - 1))}, β solving {@code Σ (w - 1) / (n + β (w - 1)) = 0}. Where all weights lie on one side of 1 there is no such
 * distribution, and no value.
 *
 * <p>It needs the weights themselves, not sums of them: memory grows with the number of different weights, which is bounded.
 *
 * @see "Karampatziakis, Langford and Mineiro 2020, Empirical Likelihood for Contextual Bandits, section 3"
 */
record EmpiricalLikelihood(Reading reading) implements OffPolicyEstimator<WeighedAction> {
    /** How many different weights it takes. */
    static final int MOST_WEIGHTS = 1_000_000;

    private static final int HALVINGS = 200;

    @Override
    public Tally<WeighedAction> tally() {
        return new Histogram();
    }

    /** Rows of one weight. */
    private static final class Rows {
        private double count;
        private double rewards;

        void add(double times, double reward) {
            count += times;
            rewards += reward;
        }
    }

    private static final class Histogram implements Tally<WeighedAction> {
        private final Map<Double, Rows> byWeight = new HashMap<>();

        /** @throws IllegalStateException if there are more than {@value #MOST_WEIGHTS} different weights */
        @Override
        public void add(WeighedAction row, double times) {
            add(row.weight(), times, times * row.reward());
        }

        private void add(double weight, double count, double rewards) {
            byWeight.computeIfAbsent(weight + 0.0, any -> new Rows()).add(count, rewards);
            if (byWeight.size() > MOST_WEIGHTS) {
                throw new IllegalStateException("there are more than " + MOST_WEIGHTS + " different weights");
            }
        }

        @Override
        public void merge(Tally<WeighedAction> other) {
            if (!(other instanceof Histogram that)) {
                throw new IllegalArgumentException("a tally of another estimator than MLE");
            }
            that.byWeight.forEach((weight, rows) -> add(weight, rows.count, rows.rewards));
        }

        @Override
        public double value() {
            double count = 0;
            double lowest = Double.POSITIVE_INFINITY;
            double highest = 0;
            for (Map.Entry<Double, Rows> rows : byWeight.entrySet()) {
                if (rows.getValue().count > 0) {
                    count += rows.getValue().count;
                    lowest = Math.min(lowest, rows.getKey());
                    highest = Math.max(highest, rows.getKey());
                }
            }
            if (lowest == 1 && highest == 1) {
                return valueAt(0, count);
            }
            if (lowest >= 1 || highest <= 1) {
                return Double.NaN;
            }
            return valueAt(root(count / (1 - highest), count / (1 - lowest), count), count);
        }

        /** The slope falls from the one bound to the other. */
        private double root(double from, double to, double count) {
            double low = from;
            double high = to;
            for (int halving = 0; halving < HALVINGS; halving++) {
                double middle = (low + high) / 2;
                if (slope(middle, count) > 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return (low + high) / 2;
        }

        private double slope(double beta, double count) {
            Sums slope = new Sums(1);
            byWeight.forEach((weight, rows) -> slope.add(0, rows.count * (weight - 1) / (count + beta * (weight - 1))));
            return slope.get(0);
        }

        private double valueAt(double beta, double count) {
            Sums value = new Sums(1);
            byWeight.forEach((weight, rows) -> value.add(0, rows.rewards * weight / (count + beta * (weight - 1))));
            return value.get(0);
        }
    }
}
