package dev.counterpoint.training.offpolicy;

import java.util.Arrays;

/**
 * An estimator whose value is a function of a few sums over rows: it takes the same memory for any number of rows.
 *
 * @param sums how many there are
 * @param each adds a row to the sums
 * @param value of the sums
 * @param gradient of the value by the sums
 */
public record SummedEstimator<R>(Reading reading, int sums, Each<R> each, Value value, Gradient gradient)
        implements OffPolicyEstimator<R> {

    /** Adds a row to the sums. */
    @FunctionalInterface
    public interface Each<R> {
        void add(R row, double times, Sums sums);
    }

    /** The estimate, of the sums over all rows. */
    @FunctionalInterface
    public interface Value {
        double of(double[] sums);
    }

    /** By how much the value grows with each sum. */
    @FunctionalInterface
    public interface Gradient {
        double[] at(double[] sums);
    }

    /** A number of each row. */
    @FunctionalInterface
    public interface Term<R> {
        double of(R row);
    }

    /** The mean of a term over rows. */
    public static <R> SummedEstimator<R> mean(Reading reading, Term<R> term) {
        return ratio(reading, term, row -> 1);
    }

    /** The sum of a term over the sum of another. */
    public static <R> SummedEstimator<R> ratio(Reading reading, Term<R> above, Term<R> below) {
        return new SummedEstimator<>(
                reading,
                2,
                (row, times, sums) -> {
                    sums.add(0, times * above.of(row));
                    sums.add(1, times * below.of(row));
                },
                sums -> sums[0] / sums[1],
                sums -> new double[] {1 / sums[1], -sums[0] / (sums[1] * sums[1])});
    }

    /**
     * By how much one estimate is greater than another one of the same rows. Where both move alike with the rows, it is much surer than either.
     *
     * @param reading of the difference
     */
    public static <R> SummedEstimator<R> difference(
            Reading reading, SummedEstimator<R> of, SummedEstimator<R> toWhich) {
        int own = of.sums;
        return new SummedEstimator<>(
                reading,
                own + toWhich.sums,
                (row, times, sums) -> {
                    of.each.add(row, times, sums);
                    toWhich.each.add(row, times, sums.from(own));
                },
                sums -> of.value.of(Arrays.copyOf(sums, own))
                        - toWhich.value.of(Arrays.copyOfRange(sums, own, sums.length)),
                sums -> {
                    double[] gradient = Arrays.copyOf(of.gradient.at(Arrays.copyOf(sums, own)), sums.length);
                    double[] other = toWhich.gradient.at(Arrays.copyOfRange(sums, own, sums.length));
                    for (int i = 0; i < other.length; i++) {
                        gradient[own + i] = -other[i];
                    }
                    return gradient;
                });
    }

    @Override
    public Tally<R> tally() {
        return new OfSums<>(this);
    }

    private static final class OfSums<R> implements Tally<R> {
        private final SummedEstimator<R> estimator;
        private final Sums sums;

        private OfSums(SummedEstimator<R> estimator) {
            this.estimator = estimator;
            this.sums = new Sums(estimator.sums);
        }

        @Override
        public void add(R row, double times) {
            estimator.each.add(row, times, sums);
        }

        @Override
        public void merge(Tally<R> other) {
            if (!(other instanceof OfSums<R> that)
                    || !that.estimator.reading.equals(estimator.reading)
                    || that.sums.count() != sums.count()) {
                throw new IllegalArgumentException("a tally of another estimator than " + estimator.reading.name());
            }
            sums.addAll(that.sums);
        }

        @Override
        public double value() {
            return estimator.value.of(sums.all());
        }
    }
}
