package dev.counterpoint.training.offpolicy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Intervals of an estimate whose rows belong to clusters, such as listeners: rows of one cluster are alike, clusters are not. In each replicate
 * every cluster counts a Poisson number of times, see {@link PoissonTimes}.
 *
 * <p>It takes the same memory for any number of rows and clusters. Errors are by the delta method from the sums of whole clusters; so the rows of a
 * cluster must come together. Not thread-safe: a thread has one of its own, for clusters of its own, and merges it in the end.
 *
 * @see "Efron and Tibshirani 1993, An Introduction to the Bootstrap, section 12.5 (studentised intervals)"
 */
public final class ClusteredBootstrap<R> {
    private final SummedEstimator<R> estimator;
    private final PoissonTimes poisson;
    private final int sums;
    private final int replicates;
    private final DoubleConsumer valuesOfClusters;
    /** double[sums][replicates] */
    private final double[][] replicated;
    /** double[pairs of sums][replicates], over clusters: Σ of products. */
    private final double[][] products;

    private final Sums whole;
    private final Sums wholeProducts;
    private final Sums ofCluster;
    private long cluster;
    private long clusters;
    private boolean isOpen;

    /**
     * @param estimator one of this package with sums of rows, as all have but the most likely value
     * @param replicates at least 100
     * @throws IllegalArgumentException if the estimator has no such sums, or there are fewer replicates
     */
    public ClusteredBootstrap(OffPolicyEstimator<R> estimator, int replicates, long seed) {
        this(estimator, replicates, new PoissonTimes(seed), any -> {});
    }

    /** Of several estimators of the same rows: draws of a cluster are made once for all. */
    public static <R> List<ClusteredBootstrap<R>> several(
            List<? extends OffPolicyEstimator<R>> estimators, int replicates, long seed) {
        PoissonTimes poisson = new PoissonTimes(seed);
        List<ClusteredBootstrap<R>> all = new ArrayList<>();
        for (OffPolicyEstimator<R> estimator : estimators) {
            all.add(new ClusteredBootstrap<>(estimator, replicates, poisson, any -> {}));
        }
        return all;
    }

    /** @param valuesOfClusters is told the estimate from the rows of each cluster alone */
    ClusteredBootstrap(
            OffPolicyEstimator<R> estimator, int replicates, PoissonTimes poisson, DoubleConsumer valuesOfClusters) {
        if (!(estimator instanceof SummedEstimator<R> summed)) {
            throw new IllegalArgumentException(estimator.reading().name() + " has no interval");
        }
        if (replicates < 100) {
            throw new IllegalArgumentException("at least 100 replicates, not " + replicates);
        }
        this.estimator = summed;
        this.sums = summed.sums();
        this.poisson = poisson;
        this.replicates = replicates;
        this.valuesOfClusters = valuesOfClusters;
        this.replicated = new double[sums][replicates];
        this.products = new double[sums * (sums + 1) / 2][replicates];
        this.whole = new Sums(sums);
        this.wholeProducts = new Sums(products.length);
        this.ofCluster = new Sums(sums);
    }

    /** @param ofCluster a number of the cluster, such as a hash of its name; the rows of one come together */
    public void add(long ofCluster, R row) {
        if (!isOpen || ofCluster != cluster) {
            closeCluster();
            cluster = ofCluster;
            isOpen = true;
        }
        estimator.each().add(row, 1, this.ofCluster);
    }

    private void closeCluster() {
        if (!isOpen) {
            return;
        }
        double[] own = ofCluster.all();
        ofCluster.clear();
        isOpen = false;
        clusters++;
        valuesOfClusters.accept(estimator.value().of(own));
        double[] times = poisson.of(cluster, replicates);
        int pair = 0;
        for (int i = 0; i < sums; i++) {
            whole.add(i, own[i]);
            addTimes(times, own[i], replicated[i]);
            for (int j = 0; j <= i; j++) {
                wholeProducts.add(pair, own[i] * own[j]);
                addTimes(times, own[i] * own[j], products[pair++]);
            }
        }
    }

    private static void addTimes(double[] times, double value, double[] all) {
        for (int replicate = 0; replicate < all.length; replicate++) {
            all[replicate] += times[replicate] * value;
        }
    }

    /**
     * Adds all that another one has seen, of other clusters.
     *
     * @throws IllegalArgumentException if it is of another estimator or has another number of replicates
     */
    public void merge(ClusteredBootstrap<R> other) {
        closeCluster();
        other.closeCluster();
        if (!other.estimator.reading().equals(estimator.reading()) || other.replicates != replicates) {
            throw new IllegalArgumentException("replicates of another kind than these of "
                    + estimator.reading().name());
        }
        clusters += other.clusters;
        whole.addAll(other.whole);
        wholeProducts.addAll(other.wholeProducts);
        addAll(replicated, other.replicated);
        addAll(products, other.products);
    }

    private static void addAll(double[][] to, double[][] from) {
        for (int i = 0; i < to.length; i++) {
            for (int j = 0; j < to[i].length; j++) {
                to[i][j] += from[i][j];
            }
        }
    }

    public long clusters() {
        closeCluster();
        return clusters;
    }

    /** The estimate from all rows; NaN where they do not tell. */
    public double value() {
        closeCluster();
        return estimator.value().of(whole.all());
    }

    /** Of the estimate, clustered; NaN or infinite where the rows do not tell. */
    public double standardError() {
        closeCluster();
        return errorOf(whole.all(), wholeProducts.all(), clusters);
    }

    /** √ of C / (C - 1) · gradientᵀ (Σ over clusters of s sᵀ) gradient, sums s being centred by the gradient itself: estimators do not change with the size of a log. */
    private double errorOf(double[] totals, double[] pairs, double count) {
        double[] gradient = estimator.gradient().at(totals);
        double variance = 0;
        int pair = 0;
        for (int i = 0; i < sums; i++) {
            for (int j = 0; j <= i; j++) {
                variance += (i == j ? 1 : 2) * gradient[i] * gradient[j] * pairs[pair++];
            }
        }
        return count < 2 ? Double.POSITIVE_INFINITY : Math.sqrt(Math.max(0, variance) * count / (count - 1));
    }

    /**
     * The studentised interval.
     *
     * @return empty where there are so few clusters, or so many alike, that draws of them have no spread
     */
    public Optional<Interval> studentised(double confidence) {
        Interval.requireConfidence(confidence);
        return interval(value(), standardError(), deviations(), confidence);
    }

    /**
     * The studentised interval of how much greater this estimate is than another one, of other clusters: such as of two arms.
     *
     * @return empty where the draws of either have no spread
     * @throws IllegalArgumentException if it has another number of replicates
     */
    public Optional<Interval> differenceTo(ClusteredBootstrap<R> other, double confidence) {
        Interval.requireConfidence(confidence);
        if (other.replicates != replicates) {
            throw new IllegalArgumentException(other.replicates + " replicates, not " + replicates);
        }
        double difference = value() - other.value();
        double error = Math.hypot(standardError(), other.standardError());
        double[] studentised = new double[replicates];
        for (int replicate = 0; replicate < replicates; replicate++) {
            Drawn own = drawn(replicate);
            Drawn its = other.drawn(replicate);
            studentised[replicate] = (own.value() - its.value() - difference) / Math.hypot(own.error(), its.error());
        }
        return interval(difference, error, studentised, confidence);
    }

    private record Drawn(double value, double error) {}

    private Drawn drawn(int replicate) {
        double[] totals = new double[sums];
        double[] pairs = new double[products.length];
        pick(replicated, replicate, totals);
        pick(products, replicate, pairs);
        return new Drawn(estimator.value().of(totals), errorOf(totals, pairs, clusters));
    }

    private static Optional<Interval> interval(double value, double error, double[] studentised, double confidence) {
        Arrays.sort(studentised);
        double tail = (1 - confidence) / 2;
        double low = value - quantile(studentised, 1 - tail) * error;
        double high = value - quantile(studentised, tail) * error;
        return Double.isFinite(low) && Double.isFinite(high)
                ? Optional.of(new Interval(low, high, confidence))
                : Optional.empty();
    }

    /** By replicate: its deviation from the estimate in its own standard errors. Replicates of one seed count the same clusters alike. */
    double[] deviations() {
        double value = value();
        double[] deviations = new double[replicates];
        for (int replicate = 0; replicate < replicates; replicate++) {
            Drawn drawn = drawn(replicate);
            deviations[replicate] = (drawn.value() - value) / drawn.error();
        }
        return deviations;
    }

    /**
     * The percentiles of the replicates: with few clusters of even weight they cover less than they say.
     *
     * @return empty where a replicate has no value
     */
    public Optional<Interval> percentile(double confidence) {
        Interval.requireConfidence(confidence);
        closeCluster();
        double[] values = new double[replicates];
        double[] totals = new double[sums];
        for (int replicate = 0; replicate < values.length; replicate++) {
            pick(replicated, replicate, totals);
            values[replicate] = estimator.value().of(totals);
        }
        Arrays.sort(values);
        double tail = (1 - confidence) / 2;
        double low = quantile(values, tail);
        double high = quantile(values, 1 - tail);
        return Double.isFinite(low) && Double.isFinite(high)
                ? Optional.of(new Interval(low, high, confidence))
                : Optional.empty();
    }

    private static void pick(double[][] all, int replicate, double[] one) {
        for (int i = 0; i < one.length; i++) {
            one[i] = all[i][replicate];
        }
    }

    /** Between the two nearest of the sorted. */
    static double quantile(double[] sorted, double at) {
        double place = at * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
