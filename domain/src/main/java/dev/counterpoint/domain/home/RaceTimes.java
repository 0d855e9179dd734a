package dev.counterpoint.domain.home;

import java.util.Arrays;

/**
 * The points in time that an {@link ExponentialRace} is looked at: evenly over log t. Three for each doubling keep lists of up
 * to 50 items exact to 1e-12; where more arrive, arrivals follow each other more closely, within 1/√slots of log t, and the points do so too.
 *
 * <p>They span where the third slot and later ones are decided. Before W t = 1e-6, with W the sum of the weights, three items are there with
 * less than 2e-19; and with s slots the race is over when fewer than s items are there with less than 5e-18, which is bounded by
 * C(n, s − 1) exp(−L t), L being the sum of the n − s + 1 least weights. Counts are looked at from where they reach 1e-19 only: k items are
 * there with at most (W t)^k / k!.
 */
final class RaceTimes {
    private static final int SHORT_LIST = 50;
    private static final int POINTS_OF_A_SHORT_LIST = 3;
    private static final int POINTS_OF_A_LONG_LIST = 4;
    private static final double EARLY = 1e-6;
    private static final double LATE = 40;
    private static final double NEGLIGIBLE = 1e-19;

    private final int pointsADoubling;
    private final double step;
    private final double[] times;
    private final int[] starts;

    /**
     * @param weights double[n], greater than 0 and at most 1
     * @param slots at most n; with two or fewer there are no points
     */
    RaceTimes(double[] weights, int slots) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        this.pointsADoubling = weights.length <= SHORT_LIST
                ? POINTS_OF_A_SHORT_LIST
                : (int) Math.ceil(POINTS_OF_A_LONG_LIST * Math.max(1, StrictMath.sqrt(slots / (double) SHORT_LIST)));
        this.step = StrictMath.log(2) / pointsADoubling;
        this.times = slots > 2 ? times(EARLY / total, late(weights, slots)) : new double[0];
        this.starts = starts(total, slots);
    }

    int points() {
        return times.length;
    }

    int pointsADoubling() {
        return pointsADoubling;
    }

    /** How far two points are apart, in log t. */
    double step() {
        return step;
    }

    double time(int point) {
        return times[point];
    }

    /** The first point at which so many items may be there. */
    int start(int count) {
        return starts[count];
    }

    private static double late(double[] weights, int slots) {
        double[] sorted = weights.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double least = 0;
        for (int item = 0; item <= n - slots; item++) {
            least += sorted[item];
        }
        double choices = 1;
        for (int one = 1; one < slots; one++) {
            choices *= (n - one + 1.0) / one;
        }
        return (LATE + StrictMath.log(choices)) / least;
    }

    private double[] times(double early, double late) {
        double[] times = new double[(int) Math.ceil(Math.max(0, StrictMath.log(late / early)) / step)];
        for (int point = 0; point < times.length; point++) {
            times[point] =
                    point < pointsADoubling ? early * StrictMath.exp(point * step) : 2 * times[point - pointsADoubling];
        }
        return times;
    }

    private int[] starts(double total, int slots) {
        int[] starts = new int[slots];
        double[] atMost = new double[times.length];
        Arrays.fill(atMost, 1);
        for (int count = 1; count < slots; count++) {
            int start = starts[count - 1];
            for (int point = start; point < times.length; point++) {
                atMost[point] *= total * times[point] / count;
            }
            while (start < times.length && atMost[start] < NEGLIGIBLE) {
                start++;
            }
            starts[count] = start;
        }
        return starts;
    }
}
