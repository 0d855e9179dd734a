package dev.counterpoint.infra.simulator.behaviour;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import java.util.List;

/**
 * A page as a listener sees it, whoever served it.
 *
 * @param shelves by row
 */
public record ShownPage(List<ShownShelf> shelves) {
    public ShownPage {
        shelves = List.copyOf(shelves);
    }

    /**
     * A row.
     *
     * @param cards by column
     */
    public record ShownShelf(ShelfKey shelf, SourceKind source, List<Card> cards) {
        public ShownShelf {
            cards = List.copyOf(cards);
        }
    }
}
