package dev.counterpoint.training.offpolicy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Intervals that hold all at once: with the stated confidence each of the estimates lies in its own, so that the best of several candidates is not
 * taken for better than it is. The width is set by the largest deviation, over the estimates, of each replicate; estimates that move alike widen each
 * other's less.
 *
 * @see "Westfall and Young 1993, Resampling-Based Multiple Testing (single-step max-T)"
 */
public final class SimultaneousIntervals {
    private SimultaneousIntervals() {}

    /**
     * @param estimates of the same clusters, with replicates of one seed and one number
     * @return by estimate; empty for one whose draws have no spread, which widens no other
     */
    public static List<Optional<Interval>> of(List<? extends ClusteredBootstrap<?>> estimates, double confidence) {
        Interval.requireConfidence(confidence);
        double[] largest = new double[0];
        List<Boolean> spread = new ArrayList<>();
        for (ClusteredBootstrap<?> estimate : estimates) {
            double[] deviations = estimate.deviations();
            boolean isSpread = Double.isFinite(estimate.standardError())
                    && Arrays.stream(deviations).allMatch(Double::isFinite);
            spread.add(isSpread);
            if (isSpread) {
                largest = largest.length == 0 ? new double[deviations.length] : largest;
                for (int replicate = 0; replicate < largest.length; replicate++) {
                    largest[replicate] = Math.max(largest[replicate], Math.abs(deviations[replicate]));
                }
            }
        }
        Arrays.sort(largest);
        List<Optional<Interval>> intervals = new ArrayList<>();
        for (int i = 0; i < estimates.size(); i++) {
            intervals.add(
                    spread.get(i)
                            ? Optional.of(around(
                                    estimates.get(i), ClusteredBootstrap.quantile(largest, confidence), confidence))
                            : Optional.empty());
        }
        return intervals;
    }

    private static Interval around(ClusteredBootstrap<?> estimate, double deviation, double confidence) {
        double half = deviation * estimate.standardError();
        return new Interval(estimate.value() - half, estimate.value() + half, confidence);
    }
}
