package dev.counterpoint.domain.home;

import dev.counterpoint.domain.random.SeededRandom;

/**
 * Plackett-Luce with a uniform component: with probability η the whole list is a uniform permutation; else each slot takes one of the items
 * left in proportion to their weights, so that items of nearly the same value are tried nearly alike. The weight of an item is {@code
 * exp((value − best)/temperature)}, and never below {@code exp(−8)}: values far from the best are not told apart. Every marginal is at least
 * η/n. Which component it was is not told, so all probabilities are those of the mixture.
 *
 * @param temperature greater than 0, in units of the values: where an item is this much below the best, it is tried 1/e as often
 * @param eta η in [0, 1]; 1 is the uniform policy
 * @see "Plackett 1975, The Analysis of Permutations; Luce 1959, Individual Choice Behavior"
 */
public record PlackettLuce(double temperature, double eta) implements ExploringPolicy {
    /** B: the logarithm of the largest ratio of two weights. */
    static final double LOG_WEIGHTS = 8;

    public PlackettLuce {
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY) || !(eta >= 0 && eta <= 1)) {
            throw new IllegalArgumentException("a temperature is above 0 and finite, and eta is within 0 and 1, not "
                    + temperature + " and " + eta);
        }
    }

    @Override
    public PlackettLuce uniform() {
        return new PlackettLuce(temperature, 1);
    }

    /** The temperature times the factor. */
    @Override
    public PlackettLuce times(double factor) {
        return new PlackettLuce(temperature * factor, eta);
    }

    @Override
    public String name() {
        return "plackett-luce";
    }

    @Override
    public ListDraw draw(double[] values, int slots, SeededRandom chance) {
        double[] weights = weights(values);
        boolean isUniform = chance.nextDouble() < eta;
        boolean[] taken = new boolean[values.length];
        int[] ranks = new int[slots];
        for (int slot = 0; slot < slots; slot++) {
            ranks[slot] = isUniform
                    ? nthLeft(chance.nextInt(values.length - slot), taken)
                    : whereItFalls(chance.nextDouble() * left(weights, taken), weights, taken);
            taken[ranks[slot]] = true;
        }
        return probabilities(weights, ranks);
    }

    @Override
    public ListDraw probabilitiesOf(double[] values, int[] ranks) {
        return probabilities(weights(values), ranks.clone());
    }

    @Override
    public double[][] marginals(double[] values, int slots) {
        double[][] marginals = new ExponentialRace(weights(values), slots).marginals();
        for (double[] ofItem : marginals) {
            for (int slot = 0; slot < slots; slot++) {
                ofItem[slot] = mixed(ofItem[slot], values.length);
            }
        }
        return marginals;
    }

    /** double[n] in [exp(−8), 1]. */
    private double[] weights(double[] values) {
        double best = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            best = Math.max(best, value);
        }
        double[] weights = new double[values.length];
        for (int rank = 0; rank < weights.length; rank++) {
            weights[rank] = StrictMath.exp(Math.max(-LOG_WEIGHTS, (values[rank] - best) / temperature));
        }
        return weights;
    }

    /** The conditional is the mean of the components' under their weights given the slots before, which then follow Bayes' rule. */
    private ListDraw probabilities(double[] weights, int[] ranks) {
        double[] conditional = new double[ranks.length];
        double[] logPrefix = new double[ranks.length];
        boolean[] taken = new boolean[weights.length];
        double uniform = eta;
        double prefix = 0;
        for (int slot = 0; slot < ranks.length; slot++) {
            double byChance = uniform / (weights.length - slot);
            double byWeight = (1 - uniform) * weights[ranks[slot]] / left(weights, taken);
            conditional[slot] = byChance + byWeight;
            uniform = byChance / conditional[slot];
            prefix += StrictMath.log(conditional[slot]);
            logPrefix[slot] = prefix;
            taken[ranks[slot]] = true;
        }
        double[] marginal = new ExponentialRace(weights, ranks.length).marginalsOf(ranks);
        for (int slot = 0; slot < marginal.length; slot++) {
            marginal[slot] = mixed(marginal[slot], weights.length);
        }
        return new ListDraw(ranks, conditional, logPrefix, marginal);
    }

    private double mixed(double byWeight, int n) {
        return eta / n + (1 - eta) * byWeight;
    }

    private static double left(double[] weights, boolean[] taken) {
        double left = 0;
        for (int rank = 0; rank < weights.length; rank++) {
            left += taken[rank] ? 0 : weights[rank];
        }
        return left;
    }

    private static int nthLeft(int n, boolean[] taken) {
        int before = n;
        for (int rank = 0; ; rank++) {
            if (!taken[rank] && before-- == 0) {
                return rank;
            }
        }
    }

    /** Rounding may leave a last bit over: it goes to the last item. */
    private static int whereItFalls(double drawn, double[] weights, boolean[] taken) {
        double above = drawn;
        int last = -1;
        for (int rank = 0; rank < weights.length; rank++) {
            if (!taken[rank]) {
                last = rank;
                above -= weights[rank];
                if (above < 0) {
                    return rank;
                }
            }
        }
        return last;
    }
}
