package dev.counterpoint.domain.home;

import dev.counterpoint.domain.random.SeededRandom;
import java.util.stream.IntStream;

/**
 * Epsilon-greedy with a uniform component: with probability η the whole list is a uniform permutation; else each slot takes the first item
 * left with probability 1 − ε, and any of those left, all alike, with probability ε. Every conditional is at least ε/n_left and every
 * marginal at least η/n. Which component it was is not told, so all probabilities are those of the mixture.
 *
 * @param epsilon ε in [0, 1]
 * @param eta η in [0, 1]; 1 is the uniform policy
 */
public record EpsilonGreedy(double epsilon, double eta) implements ExploringPolicy {
    public EpsilonGreedy {
        if (!(epsilon >= 0 && epsilon <= 1) || !(eta >= 0 && eta <= 1)) {
            throw new IllegalArgumentException("epsilon and eta are within 0 and 1, not " + epsilon + " and " + eta);
        }
    }

    @Override
    public EpsilonGreedy uniform() {
        return new EpsilonGreedy(epsilon, 1);
    }

    /** ε times the factor, 1 at most. */
    @Override
    public EpsilonGreedy times(double factor) {
        return new EpsilonGreedy(Math.min(1, epsilon * factor), eta);
    }

    @Override
    public String name() {
        return "epsilon-greedy";
    }

    @Override
    public ListDraw draw(double[] values, int slots, SeededRandom chance) {
        OrderMixture mixture = mixtureOf(values.length);
        return mixture.probabilitiesOf(mixture.draw(slots, chance));
    }

    @Override
    public ListDraw probabilitiesOf(double[] values, int[] ranks) {
        return mixtureOf(values.length).probabilitiesOf(ranks.clone());
    }

    @Override
    public double[][] marginals(double[] values, int slots) {
        return mixtureOf(values.length).marginals(slots);
    }

    private OrderMixture mixtureOf(int n) {
        int[] byRank = IntStream.range(0, n).toArray();
        return new OrderMixture(n, epsilon, new double[] {eta, 1 - eta}, new int[][] {byRank});
    }
}
