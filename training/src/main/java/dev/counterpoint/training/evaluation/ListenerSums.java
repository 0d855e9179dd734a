package dev.counterpoint.training.evaluation;

import java.util.Arrays;

/** What the pages of one listener add up to. Sums of several shards add up to those of the whole. Not thread-safe. */
final class ListenerSums {
    private double[] weights = new double[0];
    private double[] rewards = new double[0];
    private int[] slots = new int[0];
    int pages;
    /** Σ w·r over all slots. */
    double weighted;
    /** Σ direct + Σ w·(r − predicted). */
    double corrected;

    void add(WeighedPage page) {
        pages++;
        corrected += page.direct();
        for (int slot = 0; slot < page.slots(); slot++) {
            int place = page.places()[slot];
            double weight = page.weights()[slot];
            reserve(place);
            weights[place] += weight;
            rewards[place] += weight * page.rewards()[slot];
            slots[place]++;
            weighted += weight * page.rewards()[slot];
            corrected += weight * (page.rewards()[slot] - page.predicted()[slot]);
        }
    }

    private void reserve(int place) {
        if (place >= weights.length) {
            int more = Math.max(place + 1, 2 * weights.length);
            weights = Arrays.copyOf(weights, more);
            rewards = Arrays.copyOf(rewards, more);
            slots = Arrays.copyOf(slots, more);
        }
    }

    /** No place that this listener filled is at or beyond it. */
    int places() {
        return weights.length;
    }

    /** Σ w at a place. */
    double weightAt(int place) {
        return place < weights.length ? weights[place] : 0;
    }

    /** Σ w·r at a place. */
    double rewardAt(int place) {
        return place < rewards.length ? rewards[place] : 0;
    }

    /** How many pages fill a place. */
    int slotsAt(int place) {
        return place < slots.length ? slots[place] : 0;
    }

    double allWeights() {
        return Arrays.stream(weights).sum();
    }
}
