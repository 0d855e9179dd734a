package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Medium;
import dev.counterpoint.domain.catalog.ShelfKey;
import java.util.List;

/**
 * What can stand on a page, with all constraints settled: disjoint lists of cards, one per shelf. Draws from it are free.
 *
 * @param chance U, the seed of the chance that chose owners among the shelves that propose a card
 * @param shelves ordered by their keys, at most 20
 */
public record Plan(long chance, List<PlannedShelf> shelves) {
    public Plan {
        shelves = List.copyOf(shelves);
    }

    /** How many (shelf, card) pairs there are: the length of the scores. Pairs are ordered by shelf, then as the list is. */
    public int pairs() {
        int pairs = 0;
        for (PlannedShelf shelf : shelves) {
            pairs += shelf.cards().size();
        }
        return pairs;
    }

    /**
     * The place of a card of a shelf among the pairs.
     *
     * @throws IllegalArgumentException if there is no such pair
     */
    public int pairOf(ShelfKey shelf, CardId card) {
        int pair = 0;
        for (PlannedShelf planned : shelves) {
            if (planned.proposal().shelf().equals(shelf)) {
                for (int i = 0; i < planned.cards().size(); i++) {
                    if (planned.cards().get(i).card().equals(card)) {
                        return pair + i;
                    }
                }
            }
            pair += planned.cards().size();
        }
        throw new IllegalArgumentException("card " + card + " of shelf " + shelf + " is not in the plan of its page");
    }

    /**
     * A shelf of the plan.
     *
     * @param cards in the order of the source, 3 to 50; from 1 where editors pinned them
     */
    public record PlannedShelf(ShelfProposal proposal, List<Proposal> cards) {
        public PlannedShelf {
            cards = List.copyOf(cards);
        }

        /** What most of its cards are; of several, the first medium. */
        public Medium medium() {
            int[] counts = new int[Medium.values().length];
            Medium most = Medium.MUSIC;
            for (Proposal card : cards) {
                counts[card.medium().ordinal()]++;
            }
            for (Medium medium : Medium.values()) {
                most = counts[medium.ordinal()] > counts[most.ordinal()] ? medium : most;
            }
            return most;
        }
    }
}
