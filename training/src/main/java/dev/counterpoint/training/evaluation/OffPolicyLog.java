package dev.counterpoint.training.evaluation;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.random.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pages of a log as one other policy weighs them, added up by listener: memory grows with listeners, not with pages. Not thread-safe. */
public final class OffPolicyLog {
    private final Map<StreamId, ListenerSums> listeners = new LinkedHashMap<>();
    private long pages;
    private long slots;
    private double largestWeight;
    private @Nullable StreamId heaviest;

    /** @throws IllegalArgumentException if a weight is negative or no number */
    public void add(WeighedPage page) {
        for (double weight : page.weights()) {
            if (!(weight >= 0) || weight == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("a weight is finite and not negative, not " + weight);
            }
            if (weight > largestWeight) {
                largestWeight = weight;
                heaviest = page.listener();
            }
        }
        listeners.computeIfAbsent(page.listener(), any -> new ListenerSums()).add(page);
        pages++;
        slots += page.slots();
    }

    public Overlap overlap() {
        double sum = 0;
        double squares = 0;
        for (ListenerSums listener : listeners.values()) {
            double weight = listener.allWeights();
            sum += weight;
            squares += weight * weight;
        }
        return new Overlap(
                listeners.size(),
                pages,
                squares > 0 ? sum * sum / squares : 0,
                largestWeight,
                heaviest,
                slots > 0 ? sum / slots : 0);
    }

    /** @throws IllegalStateException if there is no page */
    public Estimate estimate(ValueEstimator estimator) {
        int[] once = new int[listeners.size()];
        Arrays.fill(once, 1);
        return estimator.estimate(sums(), once);
    }

    /**
     * A studentised bootstrap over listeners: each replicate draws as many listeners as there are, with replacement.
     *
     * @param replicates at least 100
     * @param confidence within (0, 1), such as 0.95
     * @return empty where there are so few listeners, or so many alike, that draws of them have no spread
     */
    public Optional<Interval> interval(ValueEstimator estimator, int replicates, double confidence, long seed) {
        List<ListenerSums> sums = sums();
        Estimate whole = estimate(estimator);
        SeededRandom chance = new SeededRandom(seed);
        double[] studentised = new double[replicates];
        for (int replicate = 0; replicate < replicates; replicate++) {
            int[] times = new int[sums.size()];
            for (int draw = 0; draw < times.length; draw++) {
                times[chance.nextInt(times.length)]++;
            }
            Estimate drawn = estimator.estimate(sums, times);
            studentised[replicate] = (drawn.value() - whole.value()) / drawn.standardError();
        }
        Arrays.sort(studentised);
        double tail = (1 - confidence) / 2;
        double low = whole.value() - quantile(studentised, 1 - tail) * whole.standardError();
        double high = whole.value() - quantile(studentised, tail) * whole.standardError();
        return Double.isFinite(low) && Double.isFinite(high) ? Optional.of(new Interval(low, high)) : Optional.empty();
    }

    /** An interval that covers the one-page value with the confidence asked for, where the gate lets it pass. */
    public record Interval(double low, double high) {}

    private List<ListenerSums> sums() {
        if (pages == 0) {
            throw new IllegalStateException("there is no page to estimate from");
        }
        return new ArrayList<>(listeners.values());
    }

    private static double quantile(double[] sorted, double at) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(at * sorted.length))];
    }
}
