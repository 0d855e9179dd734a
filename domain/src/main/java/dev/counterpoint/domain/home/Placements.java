package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfKey;
import java.util.List;

/**
 * With which probability everything of a plan stands at every place of the page under a policy: what expectations over all pages of a plan
 * are made of. The lists are drawn independently, so a card stands in a row and column with the product of the two.
 *
 * @param shelves those that can be shown, in no promised order
 */
public record Placements(List<ShelfPlacement> shelves) {
    public Placements {
        shelves = List.copyOf(shelves);
    }

    /**
     * Where a shelf stands.
     *
     * @param byRow double[rows], not copied
     * @param cards in the order of the source
     */
    public record ShelfPlacement(ShelfKey shelf, double[] byRow, List<CardPlacement> cards) {
        public ShelfPlacement {
            cards = List.copyOf(cards);
        }
    }

    /**
     * Where a card stands on its shelf.
     *
     * @param byColumn double[columns], not copied
     */
    public record CardPlacement(CardId card, double[] byColumn) {}

    /**
     * The expectation over all pages of a sum over what stands on the page.
     *
     * @param worth of a card at a place
     */
    public double expectation(Worth worth) {
        double sum = 0;
        for (ShelfPlacement shelf : shelves) {
            for (CardPlacement card : shelf.cards()) {
                for (int row = 0; row < shelf.byRow().length; row++) {
                    for (int column = 0; column < card.byColumn().length; column++) {
                        sum += shelf.byRow()[row]
                                * card.byColumn()[column]
                                * worth.of(shelf.shelf(), card.card(), row, column);
                    }
                }
            }
        }
        return sum;
    }

    /** What a card is worth on a shelf, in a row and a column from 0. */
    @FunctionalInterface
    public interface Worth {
        double of(ShelfKey shelf, CardId card, int row, int column);
    }
}
