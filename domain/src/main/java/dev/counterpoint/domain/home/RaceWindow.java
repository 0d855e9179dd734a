package dev.counterpoint.domain.home;

import java.util.Arrays;

/**
 * Some of the points in time of a race, with the distributions of how many items are there by then: double[counts][points], counts beyond
 * what the slots need left out. Not thread-safe.
 */
final class RaceWindow {
    private final RaceTimes times;
    private final int first;
    private final int points;
    private final int slots;

    /**
     * @param from the first point
     * @param to behind the last
     */
    RaceWindow(RaceTimes times, int from, int to, int slots) {
        this.times = times;
        this.first = from;
        this.points = to - from;
        this.slots = slots;
    }

    double[][] nobody(int counts) {
        double[][] there = new double[counts][points];
        Arrays.fill(there[0], 1);
        return there;
    }

    /** How many of the items before each are there: double[items][counts][points]. */
    double[][][] before(Arrival[] items) {
        double[][][] before = new double[items.length][][];
        before[0] = nobody(1);
        for (int place = 1; place < items.length; place++) {
            int counts = Math.min(place + 1, slots);
            before[place] = new double[counts][];
            for (int count = 0; count < counts; count++) {
                before[place][count] =
                        count < before[place - 1].length ? before[place - 1][count].clone() : new double[points];
            }
            join(before[place], counts, items[place - 1]);
        }
        return before;
    }

    /** Takes one more item into the distribution. */
    void join(double[][] there, int counts, Arrival item) {
        double[] arrived = within(item.arrived());
        double[] awaited = within(item.awaited());
        for (int count = counts - 1; count > 0; count--) {
            step(there[count], there[count - 1], arrived, awaited, start(count));
        }
        scale(there[0], awaited);
    }

    /**
     * The probability that an item arrives within this window when exactly so many are there, of those before and behind it together.
     *
     * @param behind double[more than there][points]
     */
    double arriving(Arrival item, int there, double[][] before, double[][] behind) {
        double[] exactly = new double[points];
        for (int early = 0; early <= Math.min(there, before.length - 1); early++) {
            addProducts(exactly, before[early], behind[there - early], Math.max(start(early), start(there - early)));
        }
        double sum = 0;
        for (int point = start(there); point < points; point++) {
            sum += times.time(first + point) * item.awaited()[first + point] * exactly[point];
        }
        return times.step() * item.rate() * sum;
    }

    /** The part of this window: all arrays of an inner loop begin at the same point, else processors take only one at a time. */
    private double[] within(double[] all) {
        return points == all.length ? all : Arrays.copyOfRange(all, first, first + points);
    }

    private int start(int count) {
        return Math.min(points, Math.max(0, times.start(count) - first));
    }

    private static void step(double[] there, double[] fewer, double[] arrived, double[] awaited, int from) {
        for (int point = from; point < there.length; point++) {
            there[point] = there[point] * awaited[point] + fewer[point] * arrived[point];
        }
    }

    private static void scale(double[] there, double[] awaited) {
        for (int point = 0; point < there.length; point++) {
            there[point] *= awaited[point];
        }
    }

    private static void addProducts(double[] sums, double[] left, double[] right, int from) {
        for (int point = from; point < sums.length; point++) {
            sums[point] += left[point] * right[point];
        }
    }
}
