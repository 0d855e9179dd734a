package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfKey;
import java.util.List;

/**
 * A page as it was drawn: rows first, then the columns of each. A row is a slot of the list of shelves, a column a slot of its shelf's list
 * of cards, and the probabilities of a {@link Slot} are those of its own list. Since the lists are drawn independently, that is also the
 * probability given all slots of the page before it; and a card stands at a place of the grid with the product of its shelf's marginal and
 * its own, {@link PageShelf#gridPropensity}. Where a page is calibrated there is a list for each medium, with its own slots among the others.
 *
 * @param chance U, the seed of the plan's choice of owners
 * @param lists the shelves that rows were drawn from, those with a pinned row left out: one list, or one for each medium
 * @param shelves by row
 */
public record Page(long chance, List<DrawnList> lists, List<PageShelf> shelves) {
    public Page {
        lists = List.copyOf(lists);
        shelves = List.copyOf(shelves);
    }

    /** The natural logarithm of the probability of this very page, given its plan; minus infinity where it cannot be drawn. */
    public double logPropensity() {
        double sum =
                wholeListsOf(lists.size(), shelves.stream().map(PageShelf::slot).toList());
        for (PageShelf shelf : shelves) {
            sum += wholeListsOf(
                    shelf.lists().size(),
                    shelf.cards().stream().map(PageCard::slot).toList());
        }
        return sum;
    }

    /** Prefixes fall along a list, and a pinned slot has 0. */
    private static double wholeListsOf(int lists, List<Slot> slots) {
        double sum = 0;
        for (int list = 0; list < lists; list++) {
            double whole = 0;
            for (Slot slot : slots) {
                if (slot.list() == list) {
                    whole = Math.min(whole, slot.logPrefix());
                }
            }
            sum += whole;
        }
        return sum;
    }

    /**
     * A list that slots were drawn from.
     *
     * @param length how many items it has
     * @param digest over the names of its items, best first
     */
    public record DrawnList(int length, Digest digest) {}

    /**
     * A filled row.
     *
     * @param row from 0
     * @param slot how the row was filled
     * @param lists the cards that columns were drawn from: one list, or one for each medium
     * @param cards by column
     */
    public record PageShelf(ShelfKey shelf, int row, Slot slot, List<DrawnList> lists, List<PageCard> cards) {
        public PageShelf {
            lists = List.copyOf(lists);
            cards = List.copyOf(cards);
        }

        /** The probability that this shelf stands in this row and the card in its column: Q_rows(s, r) · Q_s(c, j). */
        public double gridPropensity(PageCard card) {
            return slot.marginalPropensity() * card.slot().marginalPropensity();
        }
    }

    /**
     * A filled column.
     *
     * @param column from 0
     * @param slot how the column was filled
     */
    public record PageCard(CardId card, int column, float score, Slot slot) {}

    /**
     * How a slot was filled from its list.
     *
     * @param list the place, from 0, of its list among those of the page or shelf
     * @param rank of the item in its ordered list, from 0
     * @param drawn false where nothing was left to chance: pinned, or on a page without chance; such slots stay out of off-policy values
     * @param propensity p_j: given the slots of its list before this one
     * @param logPrefix log P_j: natural logarithm of the probability of this slot and all before it in the list
     * @param marginalPropensity Q: of the item in this slot at all, given the plan
     */
    public record Slot(
            int list, int rank, boolean drawn, double propensity, double logPrefix, double marginalPropensity) {
        /** A slot that was not left to chance. */
        public static Slot pinned(int rank) {
            return new Slot(0, rank, false, 1, 0, 1);
        }
    }
}
