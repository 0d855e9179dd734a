package dev.counterpoint.training.offpolicy;

import java.util.Arrays;

/**
 * Several sums, each with what rounding took from it kept beside it, so that the order of the addends and the shards that they came in hardly
 * matter. Not thread-safe.
 *
 * @see "Neumaier 1974, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen"
 */
public final class Sums {
    private final double[] sums;
    private final double[] lost;
    private final int first;

    Sums(int count) {
        this(new double[count], new double[count], 0);
    }

    private Sums(double[] sums, double[] lost, int first) {
        this.sums = sums;
        this.lost = lost;
        this.first = first;
    }

    /** The same sums, counted from this one on. */
    Sums from(int number) {
        return new Sums(sums, lost, first + number);
    }

    /** Adds to the sum of a number, from 0. */
    public void add(int number, double value) {
        int place = first + number;
        double sum = sums[place];
        double next = sum + value;
        lost[place] += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
        sums[place] = next;
    }

    void addAll(Sums others) {
        for (int i = 0; i < sums.length; i++) {
            add(i, others.sums[i]);
            add(i, others.lost[i]);
        }
    }

    double get(int number) {
        return sums[first + number] + lost[first + number];
    }

    double[] all() {
        double[] all = new double[sums.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = get(i);
        }
        return all;
    }

    void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(lost, 0);
    }

    int count() {
        return sums.length;
    }
}
