package dev.counterpoint.training.offpolicy;

/**
 * An estimator whose value is a function of a few sums over rows: it takes the same memory for any number of rows.
 *
 * @param sums how many there are
 * @param each adds a row to the sums
 * @param value of the sums
 * @param gradient of the value by the sums
 */
record SummedEstimator<R>(Reading reading, int sums, Each<R> each, Value value, Gradient gradient)
        implements OffPolicyEstimator<R> {

    /** Adds a row to the sums. */
    @FunctionalInterface
    interface Each<R> {
        void add(R row, double times, Sums sums);
    }

    /** The estimate, of the sums over all rows. */
    @FunctionalInterface
    interface Value {
        double of(double[] sums);
    }

    /** By how much the value grows with each sum. */
    @FunctionalInterface
    interface Gradient {
        double[] at(double[] sums);
    }

    /** A number of each row. */
    @FunctionalInterface
    interface Term<R> {
        double of(R row);
    }

    /** The mean of a term over rows. */
    static <R> SummedEstimator<R> mean(Reading reading, Term<R> term) {
        return ratio(reading, term, row -> 1);
    }

    /** The sum of a term over the sum of another. */
    static <R> SummedEstimator<R> ratio(Reading reading, Term<R> above, Term<R> below) {
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
