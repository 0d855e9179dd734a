package dev.counterpoint.domain.home;

import dev.counterpoint.domain.random.SeededRandom;
import java.util.Arrays;

/**
 * A mixture of the uniform permutation and of M epsilon-greedy walks along orders of the same n items. A component m is drawn once per list
 * with weight λ_m; then p_0(c) = 1/n_left and p_m(c | before) = (1 − ε)·[c is the first left in order m] + ε/n_left. One order is
 * epsilon-greedy; several are Thompson sampling, conditional on its posterior draws. Not thread-safe.
 */
final class OrderMixture {
    private final int n;
    private final double epsilon;
    private final double[] weights;
    private final int[][] orders;
    private final int[][] rankIn;

    /**
     * @param weights double[M + 1], λ_0 of the uniform component and λ_m of order m, adding up to 1
     * @param orders int[M][n], the items of each order, best first
     */
    OrderMixture(int n, double epsilon, double[] weights, int[][] orders) {
        this.n = n;
        this.epsilon = epsilon;
        this.weights = weights;
        this.orders = orders;
        this.rankIn = new int[orders.length][n];
        for (int order = 0; order < orders.length; order++) {
            for (int rank = 0; rank < n; rank++) {
                rankIn[order][orders[order][rank]] = rank;
            }
        }
    }

    /** Items for slots: the component first, then per slot whether it is the first one left, and else which. */
    int[] draw(int slots, SeededRandom chance) {
        int component = component(chance.nextDouble());
        int[] left = orders[Math.max(component - 1, 0)].clone();
        int[] items = new int[slots];
        for (int slot = 0; slot < slots; slot++) {
            boolean first = component > 0 && chance.nextDouble() < 1 - epsilon;
            int taken = first ? 0 : chance.nextInt(n - slot);
            items[slot] = left[taken];
            System.arraycopy(left, taken + 1, left, taken, n - slot - taken - 1);
        }
        return items;
    }

    /** @param items int[slots], taken over, no item twice */
    ListDraw probabilitiesOf(int[] items) {
        int slots = items.length;
        double[] conditional = new double[slots];
        double[] logPrefix = new double[slots];
        double[] marginal = new double[slots];
        double[] posterior = weights.clone();
        boolean[] taken = new boolean[n];
        int[] firstLeft = new int[orders.length];
        double[] workspace = new double[slots + 1];
        double prefix = 0;
        for (int slot = 0; slot < slots; slot++) {
            conditional[slot] = step(items[slot], n - slot, posterior, taken, firstLeft);
            prefix += StrictMath.log(conditional[slot]);
            logPrefix[slot] = prefix;
            marginal[slot] = marginal(items[slot], slot, workspace);
        }
        return new ListDraw(items, conditional, logPrefix, marginal);
    }

    /** The probability of every item in every slot: double[n][slots]. */
    double[][] marginals(int slots) {
        double[][] marginals = new double[n][slots];
        double[] taken = new double[slots + 1];
        for (int item = 0; item < n; item++) {
            Arrays.fill(marginals[item], weights[0] / n);
            for (int order = 0; order < orders.length; order++) {
                int rank = rankIn[order][item];
                taken[0] = 1;
                for (int slot = 0; slot < slots; slot++) {
                    marginals[item][slot] += weights[order + 1] * probabilityNow(rank, slot, taken);
                    advance(rank, slot, taken);
                }
            }
        }
        return marginals;
    }

    private int component(double chance) {
        double below = 0;
        for (int component = 0; component < weights.length - 1; component++) {
            below += weights[component];
            if (chance < below) {
                return component;
            }
        }
        return weights.length - 1;
    }

    /**
     * P_j / P_(j−1) as the mean of the components' probabilities under their weights given the slots before, which then follow Bayes' rule:
     * the products themselves would underflow in long lists.
     */
    private double step(int item, int left, double[] posterior, boolean[] taken, int[] firstLeft) {
        double any = 1.0 / left;
        posterior[0] *= any;
        double own = posterior[0];
        for (int order = 0; order < orders.length; order++) {
            while (taken[orders[order][firstLeft[order]]]) {
                firstLeft[order]++;
            }
            boolean isFirst = orders[order][firstLeft[order]] == item;
            posterior[order + 1] *= (isFirst ? 1 - epsilon : 0) + epsilon * any;
            own += posterior[order + 1];
        }
        taken[item] = true;
        for (int component = 0; component < posterior.length; component++) {
            posterior[component] = own > 0 ? posterior[component] / own : 0;
        }
        return own;
    }

    private double marginal(int item, int slot, double[] workspace) {
        double marginal = weights[0] / n;
        for (int order = 0; order < orders.length; order++) {
            marginal += weights[order + 1] * marginalInOrder(rankIn[order][item], slot, workspace);
        }
        return marginal;
    }

    /**
     * The probability that the item of a rank stands in a slot when the walk goes along its order, by dynamic programming over how many of
     * the items above it were taken before: f_j(a).
     *
     * @param rank from 0
     * @param slot from 0
     * @param taken double[slot + 1 or more], overwritten
     */
    private double marginalInOrder(int rank, int slot, double[] taken) {
        taken[0] = 1;
        for (int step = 0; step < slot; step++) {
            advance(rank, step, taken);
        }
        return probabilityNow(rank, slot, taken);
    }

    /** From f_step to f_(step + 1). */
    private void advance(int rank, int step, double[] taken) {
        double any = epsilon / (n - step);
        int most = Math.min(step, rank);
        if (step < rank) {
            taken[step + 1] = 0;
        }
        for (int above = most; above >= 0; above--) {
            double here = taken[above];
            if (above < rank) {
                taken[above + 1] += here * (1 - epsilon + any * (rank - above));
            }
            taken[above] = here * any * (n - 1 - step - rank + above);
        }
    }

    private double probabilityNow(int rank, int slot, double[] taken) {
        double any = epsilon / (n - slot);
        double sum = 0;
        for (int above = 0; above <= Math.min(slot, rank); above++) {
            sum += taken[above] * ((above == rank ? 1 - epsilon : 0) + any);
        }
        return sum;
    }
}
