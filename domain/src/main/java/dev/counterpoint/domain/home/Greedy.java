package dev.counterpoint.domain.home;

import dev.counterpoint.domain.random.SeededRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The best first, with no chance in it: for pages that stay out of off-policy values. */
public record Greedy() implements DrawingPolicy {

    @Override
    public String name() {
        return "greedy";
    }

    @Override
    public ListDraw draw(int n, int slots, SeededRandom chance) {
        return probabilitiesOf(n, IntStream.range(0, slots).toArray());
    }

    @Override
    public ListDraw probabilitiesOf(int n, int[] ranks) {
        double[] own = new double[ranks.length];
        double[] logPrefix = new double[ranks.length];
        double prefix = 0;
        for (int slot = 0; slot < ranks.length; slot++) {
            own[slot] = ranks[slot] == slot ? 1 : 0;
            prefix += StrictMath.log(own[slot]);
            logPrefix[slot] = prefix;
        }
        return new ListDraw(ranks.clone(), own, logPrefix, Arrays.copyOf(own, own.length));
    }
}
