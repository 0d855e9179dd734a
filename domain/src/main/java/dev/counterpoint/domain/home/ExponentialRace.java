package dev.counterpoint.domain.home;

import java.util.Arrays;

/**
 * In which place items come in under Plackett-Luce: they arrive after independent exponential times with their weights as rates, and the
 * order of arrival is the draw. So item c takes slot j with
 *
 * <pre>{@code ∫ w_c exp(−w_c t) · P(exactly j − 1 of the others are there by t) dt}</pre>
 *
 * <p>taken by the trapezoidal rule over log t, which is exact to about 1e-13 for this integrand, whatever the ratio of the weights: three
 * points for each doubling of t. From one point to that at twice the time, the probability p of having arrived becomes 2p − p², and q of not
 * having arrived q²; p is followed while it is small, q from then on, so that neither loses digits. All terms are positive. The first slot has its closed form. Not thread-safe.
 *
 * @see "Trefethen and Weideman 2014, The Exponentially Convergent Trapezoidal Rule, section 5"
 */
final class ExponentialRace {
    private static final int POINTS_A_DOUBLING = 3;
    private static final double STEP = StrictMath.log(2) / POINTS_A_DOUBLING;
    /** By this time, in units of the sum of the weights, two items have arrived with 1e-17. */
    private static final double EARLY = 3e-9;
    /** By this time, in units of the smallest weight, the last item has not arrived with 1e-17. */
    private static final double LATE = 40;

    private static final double SMALL = 0.5;

    private final double[] weights;
    private final double total;
    private final int points;
    private final double[] times;
    private final double[] arrived;
    private final double[] awaited;

    /**
     * Adds up in the order of the items, since a library's sum may change with its version.
     *
     * @param weights double[n], greater than 0 and at most 1
     */
    ExponentialRace(double[] weights) {
        this.weights = weights;
        double sum = 0;
        double least = 1;
        for (double weight : weights) {
            sum += weight;
            least = Math.min(least, weight);
        }
        this.total = sum;
        double early = EARLY / total;
        this.points = (int) Math.ceil(Math.max(0, StrictMath.log(LATE / least / early)) / STEP);
        this.times = new double[points];
        this.arrived = new double[points * weights.length];
        this.awaited = new double[points * weights.length];
        fill(early);
    }

    private void fill(double early) {
        int n = weights.length;
        for (int point = 0; point < points; point++) {
            boolean first = point < POINTS_A_DOUBLING;
            times[point] = first ? early * StrictMath.exp(point * STEP) : 2 * times[point - POINTS_A_DOUBLING];
            for (int item = 0; item < n; item++) {
                int at = point * n + item;
                if (first) {
                    arrived[at] = -StrictMath.expm1(-weights[item] * times[point]);
                    awaited[at] = 1 - arrived[at];
                } else {
                    fillFromHalf(at, at - POINTS_A_DOUBLING * n);
                }
            }
        }
    }

    private void fillFromHalf(int at, int half) {
        if (arrived[half] < SMALL) {
            arrived[at] = arrived[half] * (2 - arrived[half]);
            awaited[at] = 1 - arrived[at];
        } else {
            awaited[at] = awaited[half] * awaited[half];
            arrived[at] = 1 - awaited[at];
        }
    }

    /**
     * The probability of each item in its slot: double[slots].
     *
     * @param items int[slots] by slot from 0, no item twice
     */
    double[] marginalsOf(int[] items) {
        int slots = items.length;
        double[] marginals = new double[slots];
        if (slots == 0) {
            return marginals;
        }
        boolean[] isOne = new boolean[weights.length];
        for (int item : items) {
            isOne[item] = true;
        }
        double[][] before = new double[slots + 1][slots];
        double[] behind = new double[slots];
        for (int point = 0; point < points; point++) {
            Arrays.fill(behind, 0);
            behind[0] = 1;
            for (int item = 0; item < weights.length; item++) {
                if (!isOne[item]) {
                    join(behind, point, item);
                }
            }
            add(point, items, before, behind, marginals);
        }
        marginals[0] = weights[items[0]] / total;
        return marginals;
    }

    /** The probability of every item in every slot: double[n][slots]. */
    double[][] marginals(int slots) {
        double[][] marginals = new double[weights.length][slots];
        double[] others = new double[slots];
        for (int item = 0; item < weights.length; item++) {
            for (int point = 0; point < points; point++) {
                Arrays.fill(others, 0);
                others[0] = 1;
                for (int other = 0; other < weights.length; other++) {
                    if (other != item) {
                        join(others, point, other);
                    }
                }
                for (int slot = 1; slot < slots; slot++) {
                    marginals[item][slot] += arriving(point, item) * others[slot];
                }
            }
            if (slots > 0) {
                marginals[item][0] = weights[item] / total;
            }
        }
        return marginals;
    }

    /**
     * Adds one point in time to the marginals.
     *
     * @param before double[slots + 1][slots], overwritten: how many of the items of the first slots are there
     * @param behind how many of the items without a slot are there; overwritten with those of the later slots joined
     */
    private void add(int point, int[] items, double[][] before, double[] behind, double[] marginals) {
        Arrays.fill(before[0], 0);
        before[0][0] = 1;
        for (int slot = 0; slot < items.length; slot++) {
            System.arraycopy(before[slot], 0, before[slot + 1], 0, items.length);
            join(before[slot + 1], point, items[slot]);
        }
        for (int slot = items.length - 1; slot > 0; slot--) {
            double exactly = 0;
            for (int early = 0; early <= slot; early++) {
                exactly += before[slot][early] * behind[slot - early];
            }
            marginals[slot] += arriving(point, items[slot]) * exactly;
            join(behind, point, items[slot]);
        }
    }

    /** Takes one more item into the distribution of how many are there: double[counts], the larger ones left out. */
    private void join(double[] counts, int point, int item) {
        double p = arrived[point * weights.length + item];
        double not = awaited[point * weights.length + item];
        for (int count = counts.length - 1; count > 0; count--) {
            counts[count] = counts[count] * not + counts[count - 1] * p;
        }
        counts[0] *= not;
    }

    /** The weight of the rule times the density over log t. */
    private double arriving(int point, int item) {
        return STEP * weights[item] * times[point] * awaited[point * weights.length + item];
    }
}
