package dev.counterpoint.training.evaluation;

/** What the pages of one listener add up to. Sums of several shards add up to those of the whole. Not thread-safe. */
final class ListenerSums {
    final double[] weights;
    final double[] rewards;
    final int[] slots;
    int pages;
    /** Σ w·r over all slots. */
    double weighted;
    /** Σ direct + Σ w·(r − predicted). */
    double corrected;

    /** @param places how many the grid has */
    ListenerSums(int places) {
        weights = new double[places];
        rewards = new double[places];
        slots = new int[places];
    }

    void add(WeighedPage page) {
        pages++;
        corrected += page.direct();
        for (int slot = 0; slot < page.slots(); slot++) {
            int place = page.places()[slot];
            double weight = page.weights()[slot];
            weights[place] += weight;
            rewards[place] += weight * page.rewards()[slot];
            slots[place]++;
            weighted += weight * page.rewards()[slot];
            corrected += weight * (page.rewards()[slot] - page.predicted()[slot]);
        }
    }

    double allWeights() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
