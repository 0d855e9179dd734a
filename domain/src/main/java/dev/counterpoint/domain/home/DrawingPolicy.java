package dev.counterpoint.domain.home;

import dev.counterpoint.domain.random.SeededRandom;

/**
 * How slots are filled from an ordered list, and with which probabilities. Implementations are pure and immutable; a released one never
 * changes its meaning.
 */
public sealed interface DrawingPolicy permits ExploringPolicy, Greedy {

    /** The stable name, as clients read it. */
    String name();

    /** Whether slots are left to chance; if not, they stay out of off-policy values. */
    boolean isRandom();

    /**
     * Fills slots.
     *
     * @param values double[n] by rank, the worth of the n items of the ordered list: scores of cards, or values of shelves; read by
     *     policies that draw in proportion, and not changed by any
     * @param slots how many are filled, at most n
     */
    ListDraw draw(double[] values, int slots, SeededRandom chance);

    /**
     * What a draw of these ranks is worth under this policy: all its probabilities, with no chance in it.
     *
     * @param values as for {@link #draw}
     * @param ranks int[slots], from 0, no rank twice
     */
    ListDraw probabilitiesOf(double[] values, int[] ranks);

    /**
     * The probability of every item in every slot.
     *
     * @param values as for {@link #draw}
     * @return double[n][slots] by rank and slot; each slot adds up to 1
     */
    double[][] marginals(double[] values, int slots);
}
