package dev.counterpoint.domain.home;

import dev.counterpoint.domain.random.SeededRandom;
import java.util.stream.IntStream;

/** The best first, with no chance in it: for pages that stay out of off-policy values. */
public record Greedy() implements DrawingPolicy {

    @Override
    public String name() {
        return "greedy";
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public ListDraw draw(double[] values, int slots, SeededRandom chance) {
        return probabilitiesOf(values, IntStream.range(0, slots).toArray());
    }

    @Override
    public ListDraw probabilitiesOf(double[] values, int[] ranks) {
        double[] conditional = new double[ranks.length];
        double[] logPrefix = new double[ranks.length];
        double[] marginal = new double[ranks.length];
        boolean possible = true;
        for (int slot = 0; slot < ranks.length; slot++) {
            marginal[slot] = ranks[slot] == slot ? 1 : 0;
            possible &= ranks[slot] == slot;
            conditional[slot] = possible ? 1 : 0;
            logPrefix[slot] = possible ? 0 : Double.NEGATIVE_INFINITY;
        }
        return new ListDraw(ranks.clone(), conditional, logPrefix, marginal);
    }

    @Override
    public double[][] marginals(double[] values, int slots) {
        double[][] marginals = new double[values.length][slots];
        for (int slot = 0; slot < slots; slot++) {
            marginals[slot][slot] = 1;
        }
        return marginals;
    }
}
