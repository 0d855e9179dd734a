package dev.counterpoint.domain.home;

import java.util.stream.IntStream;

/**
 * In which place items come in under Plackett-Luce: they arrive after independent exponential times with their weights as rates, and the
 * order of arrival is the draw. So item c takes slot j with
 *
 * <pre>{@code ∫ w_c exp(−w_c t) · P(exactly j − 1 of the others are there by t) dt}</pre>
 *
 * <p>taken by the trapezoidal rule over log t at the points of {@link RaceTimes}, which is exact to about 1e-13 for this integrand, whatever
 * the ratio of the weights. All terms are positive. The first two slots have their closed forms.
 *
 * <p>Innermost loops run over points, of which processors take several at a time; long lists are taken in windows of fewer points, so that
 * all counts fit in 64 MB. Not thread-safe.
 *
 * @see "Trefethen and Weideman 2014, The Exponentially Convergent Trapezoidal Rule, section 5"
 */
final class ExponentialRace {
    private static final int COUNTS_AT_A_TIME = 4_000_000;
    private static final int FEWEST_POINTS = 8;

    private final double[] weights;
    private final int slots;
    private final RaceTimes times;

    /**
     * Adds up in the order of the items, since a library's sum may change with its version.
     *
     * @param weights double[n], greater than 0 and at most 1; n is at most 1,000
     * @param slots how many places are asked for, at most n
     */
    ExponentialRace(double[] weights, int slots) {
        this.weights = weights;
        this.slots = slots;
        this.times = new RaceTimes(weights, slots);
    }

    /**
     * The probability of each item in its slot: double[slots].
     *
     * @param items int[slots] by slot from 0, no item twice
     */
    double[] marginalsOf(int[] items) {
        double[] marginals = new double[slots];
        if (slots > 2) {
            Arrival[] shown = arrivals(items);
            int[] others = others(items);
            Arrival other = new Arrival(times);
            int length = window(slots);
            for (int from = 0; from < times.points(); from += length) {
                RaceWindow window = new RaceWindow(times, from, Math.min(from + length, times.points()), slots);
                double[][][] before = window.before(shown);
                double[][] behind = window.nobody(slots);
                for (int item : others) {
                    other.of(weights[item]);
                    window.join(behind, slots, other);
                }
                for (int slot = slots - 1; slot > 1; slot--) {
                    marginals[slot] += window.arriving(shown[slot], slot, before[slot], behind);
                    window.join(behind, slot, shown[slot]);
                }
            }
        }
        EarlySlots early = new EarlySlots(weights);
        for (int slot = 0; slot < Math.min(slots, 2); slot++) {
            marginals[slot] = slot == 0 ? early.first(items[0]) : early.second(items[1]);
        }
        return marginals;
    }

    /** The probability of every item in every slot: double[n][slots]. */
    double[][] marginals() {
        double[][] marginals = new double[weights.length][slots];
        if (slots > 2) {
            Arrival[] arrivals = arrivals(IntStream.range(0, weights.length).toArray());
            int length = window(weights.length);
            for (int from = 0; from < times.points(); from += length) {
                RaceWindow window = new RaceWindow(times, from, Math.min(from + length, times.points()), slots);
                addAll(window, arrivals, marginals);
            }
        }
        EarlySlots early = new EarlySlots(weights);
        for (int item = 0; item < weights.length; item++) {
            for (int slot = 0; slot < Math.min(slots, 2); slot++) {
                marginals[item][slot] = slot == 0 ? early.first(item) : early.second(item);
            }
        }
        return marginals;
    }

    private void addAll(RaceWindow window, Arrival[] arrivals, double[][] marginals) {
        double[][][] before = window.before(arrivals);
        double[][] behind = window.nobody(slots);
        for (int item = arrivals.length - 1; item >= 0; item--) {
            for (int slot = slots - 1; slot > 1; slot--) {
                marginals[item][slot] += window.arriving(arrivals[item], slot, before[item], behind);
            }
            window.join(behind, slots, arrivals[item]);
        }
    }

    private int window(int items) {
        return Math.min(times.points(), Math.max(FEWEST_POINTS, COUNTS_AT_A_TIME / (items * slots)));
    }

    private int[] others(int[] items) {
        boolean[] isOne = new boolean[weights.length];
        for (int item : items) {
            isOne[item] = true;
        }
        int[] others = new int[weights.length - items.length];
        int place = 0;
        for (int item = 0; item < weights.length; item++) {
            if (!isOne[item]) {
                others[place++] = item;
            }
        }
        return others;
    }

    private Arrival[] arrivals(int[] items) {
        Arrival[] arrivals = new Arrival[items.length];
        for (int place = 0; place < items.length; place++) {
            arrivals[place] = new Arrival(times);
            arrivals[place].of(weights[items[place]]);
        }
        return arrivals;
    }
}
