package dev.counterpoint.training.offpolicy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * How much of a log speaks of the other policy, from the weights and rewards of its rows. The rows of a cluster must come together. It takes the
 * same memory for any number of rows. Not thread-safe: a thread has one of its own, for clusters of its own, and merges it in the end.
 */
public final class WeightAudit {
    private static final int HEAVIEST = 10;
    /** By which probabilities that were written in decimals may miss their sum. */
    private static final double ROUNDING = 0.001;

    private static final Comparator<HeavyRow> HEAVIEST_FIRST =
            Comparator.comparingDouble(HeavyRow::weight).reversed().thenComparing(HeavyRow::row);
    private static final int ROWS = 0;
    private static final int WEIGHTS = 1;
    private static final int WEIGHT_SQUARES = 2;
    private static final int ROW_SQUARES = 3;
    private static final int PRODUCTS = 4;
    private static final int UNSUPPORTED = 5;
    private static final int TOLD = 6;

    private final Sums clustered = new Sums(TOLD + 1);
    private final PriorityQueue<HeavyRow> heaviest = new PriorityQueue<>(HEAVIEST_FIRST.reversed());
    private long clusters;
    private long rewards;
    private long cluster;
    private boolean isOpen;
    private double rowsOfCluster;
    private double weightOfCluster;

    /** @param row by which a reader finds it, such as a decision's id or a line's number */
    public record HeavyRow(String row, double weight) {}

    /**
     * @param rows how many
     * @param clusters how many
     * @param effectiveClusters (Σ W)² / Σ W², W being the weights of a cluster together: so many clusters of equal weight would tell as much
     * @param meanWeight about 1 where the log covers all that the other policy does, and its probabilities are right
     * @param meanWeightError of the mean weight, clustered
     * @param rewards how many rows have one that is not 0
     * @param unsupported the other policy's probability of what is never logged, on average over the rows that tell; empty where none does
     * @param heaviest the rows of the largest weights, at most ten
     */
    public record Overlap(
            long rows,
            long clusters,
            double effectiveClusters,
            double meanWeight,
            double meanWeightError,
            long rewards,
            OptionalDouble unsupported,
            List<HeavyRow> heaviest) {
        public Overlap {
            heaviest = List.copyOf(heaviest);
        }

        public double largestWeight() {
            return heaviest.isEmpty() ? 0 : heaviest.get(0).weight();
        }
    }

    /** @param ofCluster as for {@link ClusteredBootstrap#add} */
    public void add(long ofCluster, String row, double weight, double reward) {
        add(ofCluster, () -> row, weight, reward);
    }

    /** @param row asked for its name only where it is among the heaviest so far */
    public void add(long ofCluster, Supplier<String> row, double weight, double reward) {
        if (!isOpen || ofCluster != cluster) {
            closeCluster();
            cluster = ofCluster;
            isOpen = true;
        }
        rowsOfCluster++;
        weightOfCluster += weight;
        rewards += reward != 0 ? 1 : 0;
        if (heaviest.size() < HEAVIEST || weight >= heaviest.element().weight()) {
            keep(new HeavyRow(row.get(), weight));
        }
    }

    /** @param unsupported how much of the other policy's probability lies, in the context of this row, on what is never logged there, 0 to 1 */
    public void add(long ofCluster, String row, double weight, double reward, double unsupported) {
        if (!(unsupported >= 0 && unsupported <= 1 + ROUNDING)) {
            throw new IllegalArgumentException("a probability is 0 to 1, not " + unsupported);
        }
        add(ofCluster, row, weight, reward);
        clustered.add(UNSUPPORTED, unsupported);
        clustered.add(TOLD, 1);
    }

    private void keep(HeavyRow row) {
        heaviest.add(row);
        if (heaviest.size() > HEAVIEST) {
            heaviest.remove();
        }
    }

    private void closeCluster() {
        if (isOpen) {
            clusters++;
            clustered.add(ROWS, rowsOfCluster);
            clustered.add(WEIGHTS, weightOfCluster);
            clustered.add(WEIGHT_SQUARES, weightOfCluster * weightOfCluster);
            clustered.add(ROW_SQUARES, rowsOfCluster * rowsOfCluster);
            clustered.add(PRODUCTS, rowsOfCluster * weightOfCluster);
            rowsOfCluster = 0;
            weightOfCluster = 0;
            isOpen = false;
        }
    }

    /** Adds all that another one has seen, of other clusters. */
    public void merge(WeightAudit other) {
        closeCluster();
        other.closeCluster();
        clustered.addAll(other.clustered);
        clusters += other.clusters;
        rewards += other.rewards;
        other.heaviest.forEach(this::keep);
    }

    public Overlap overlap() {
        closeCluster();
        double rows = clustered.get(ROWS);
        double weights = clustered.get(WEIGHTS);
        double squares = clustered.get(WEIGHT_SQUARES);
        double told = clustered.get(TOLD);
        List<HeavyRow> heavy = new ArrayList<>(heaviest);
        heavy.sort(HEAVIEST_FIRST);
        return new Overlap(
                Math.round(rows),
                clusters,
                squares > 0 ? weights * weights / squares : 0,
                rows > 0 ? weights / rows : 0,
                errorOfMean(rows, weights / rows),
                rewards,
                told > 0 ? OptionalDouble.of(clustered.get(UNSUPPORTED) / told) : OptionalDouble.empty(),
                heavy);
    }

    private double errorOfMean(double rows, double mean) {
        double deviations = clustered.get(WEIGHT_SQUARES)
                - 2 * mean * clustered.get(PRODUCTS)
                + mean * mean * clustered.get(ROW_SQUARES);
        return clusters < 2
                ? Double.POSITIVE_INFINITY
                : Math.sqrt(Math.max(0, deviations) * clusters / (clusters - 1.0)) / rows;
    }
}
