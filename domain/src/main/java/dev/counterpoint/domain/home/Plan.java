package dev.counterpoint.domain.home;

import java.util.List;

/**
 * What can stand on a page, with all constraints settled: disjoint lists of cards, one per shelf. Draws from it are free.
 *
 * @param shelves ordered by their keys
 */
public record Plan(List<PlannedShelf> shelves) {
    public Plan {
        shelves = List.copyOf(shelves);
    }

    /** How many (shelf, card) pairs there are: the length of the scores. Pairs are ordered by shelf, then as the list is. */
    public int pairs() {
        return shelves.stream().mapToInt(shelf -> shelf.cards().size()).sum();
    }

    /**
     * A shelf of the plan.
     *
     * @param cards in the order of the source, at most 50
     */
    public record PlannedShelf(ShelfProposal proposal, List<Proposal> cards) {
        public PlannedShelf {
            cards = List.copyOf(cards);
        }
    }
}
