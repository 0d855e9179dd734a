package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfKey;
import java.util.List;

/**
 * A page as it was drawn. Probabilities are those of the slot's own list: the list of shelves for a row, the shelf's list of cards for a
 * column. The lists are independent, so the probability of a card at a place of the grid is that of its row times that of its column.
 *
 * @param shelves by row
 */
public record Page(List<PageShelf> shelves) {
    public Page {
        shelves = List.copyOf(shelves);
    }

    /**
     * A filled row.
     *
     * @param row from 0
     * @param slot what was drawn
     * @param cards by column
     */
    public record PageShelf(ShelfKey shelf, int row, Slot slot, List<PageCard> cards) {
        public PageShelf {
            cards = List.copyOf(cards);
        }
    }

    /**
     * A filled column.
     *
     * @param column from 0
     * @param slot what was drawn
     */
    public record PageCard(CardId card, int column, float score, Slot slot) {}

    /**
     * How a slot was filled.
     *
     * @param rank of the item in its ordered list, from 0
     * @param propensity given the slots of the list before this one
     * @param logPrefix natural logarithm of the probability of this slot and all before it in the list
     * @param marginalPropensity of the item in this slot at all, given the plan
     */
    public record Slot(int rank, double propensity, double logPrefix, double marginalPropensity) {
        /** A slot that was not left to chance. */
        public static Slot fixed(int rank) {
            return new Slot(rank, 1, 0, 1);
        }
    }
}
