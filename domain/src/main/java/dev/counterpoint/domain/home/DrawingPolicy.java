package dev.counterpoint.domain.home;

import dev.counterpoint.domain.random.SeededRandom;

/**
 * How slots are filled from an ordered list, and with which probabilities. Implementations are pure and immutable; a released one never
 * changes its meaning.
 */
public sealed interface DrawingPolicy permits EpsilonGreedy, Greedy {

    /** The stable name, as clients read it. */
    String name();

    /**
     * Fills slots.
     *
     * @param n how many items the ordered list has; an item is named by its rank, from 0
     * @param slots how many are filled, at most n
     */
    ListDraw draw(int n, int slots, SeededRandom chance);

    /**
     * What the draw of the same ranks would have been worth under this policy: all probabilities, with no chance in it.
     *
     * @param n how many items the ordered list has
     * @param ranks int[slots], from 0, no rank twice
     */
    ListDraw probabilitiesOf(int n, int[] ranks);
}
