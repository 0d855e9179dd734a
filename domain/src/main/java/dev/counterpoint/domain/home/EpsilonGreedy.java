package dev.counterpoint.domain.home;

import dev.counterpoint.domain.random.SeededRandom;

/**
 * Epsilon-greedy with a uniform component: with probability η the whole list is a uniform permutation; else each slot takes the first item
 * left with probability 1 − ε, and any of those left, all alike, with probability ε. Every marginal is at least η/n. Which component it was
 * is not told, so all probabilities are those of the mixture.
 *
 * @param epsilon ε in [0, 1]
 * @param eta η in [0, 1]; 1 is the uniform policy
 */
public record EpsilonGreedy(double epsilon, double eta) implements DrawingPolicy {
    public EpsilonGreedy {
        if (!(epsilon >= 0 && epsilon <= 1) || !(eta >= 0 && eta <= 1)) {
            throw new IllegalArgumentException("epsilon and eta are within 0 and 1, not " + epsilon + " and " + eta);
        }
    }

    @Override
    public String name() {
        return "epsilon-greedy";
    }

    @Override
    public ListDraw draw(int n, int slots, SeededRandom chance) {
        boolean uniform = chance.nextDouble() < eta;
        int[] left = new int[n];
        for (int rank = 0; rank < n; rank++) {
            left[rank] = rank;
        }
        int[] ranks = new int[slots];
        for (int slot = 0; slot < slots; slot++) {
            boolean first = !uniform && chance.nextDouble() < 1 - epsilon;
            int taken = first ? 0 : chance.nextInt(n - slot);
            ranks[slot] = left[taken];
            System.arraycopy(left, taken + 1, left, taken, n - slot - taken - 1);
        }
        return probabilitiesOf(n, ranks);
    }

    @Override
    public ListDraw probabilitiesOf(int n, int[] ranks) {
        int slots = ranks.length;
        double[] conditional = new double[slots];
        double[] logPrefix = new double[slots];
        double[] marginal = new double[slots];
        boolean[] taken = new boolean[n];
        double weightOfUniform = eta;
        double prefix = 0;
        for (int slot = 0, first = 0; slot < slots; slot++) {
            while (taken[first]) {
                first++;
            }
            double uniform = 1.0 / (n - slot);
            double ordered = (ranks[slot] == first ? 1 - epsilon : 0) + epsilon * uniform;
            double own = weightOfUniform * uniform + (1 - weightOfUniform) * ordered;
            conditional[slot] = own;
            prefix += StrictMath.log(own);
            logPrefix[slot] = prefix;
            weightOfUniform = own > 0 ? weightOfUniform * uniform / own : 0;
            marginal[slot] = eta / n + (1 - eta) * orderedMarginal(n, ranks[slot], slot);
            taken[ranks[slot]] = true;
        }
        return new ListDraw(ranks.clone(), conditional, logPrefix, marginal);
    }

    /**
     * The probability that the item of a rank stands in a slot, under the ordered component, by dynamic programming over how many of the
     * items above it were taken before.
     *
     * @param rank from 0
     * @param slot from 0
     */
    private double orderedMarginal(int n, int rank, int slot) {
        double[] taken = new double[Math.min(rank, slot) + 2];
        taken[0] = 1;
        for (int step = 0; step < slot; step++) {
            double any = epsilon / (n - step);
            for (int above = Math.min(step, rank); above >= 0; above--) {
                double here = taken[above];
                taken[above + 1] += above < rank ? here * (1 - epsilon + any * (rank - above)) : 0;
                taken[above] = here * any * (n - 1 - step - rank + above);
            }
        }
        double any = epsilon / (n - slot);
        double sum = 0;
        for (int above = 0; above <= Math.min(slot, rank); above++) {
            sum += taken[above] * ((above == rank ? 1 - epsilon : 0) + any);
        }
        return sum;
    }
}
