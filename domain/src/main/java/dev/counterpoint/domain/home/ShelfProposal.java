package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shelf that could stand on the page, with what its source proposes for it.
 *
 * @param title as the listener reads it
 * @param aboutCreator exempt from the limit of cards by one creator
 * @param pinnedRow the row, from 0, that it always takes; null where the policy decides
 * @param maxCards how many cards are shown at most, 1 to 50
 * @param cards best first by the source; no card twice
 */
public record ShelfProposal(
        ShelfKey shelf,
        SourceKind source,
        String title,
        boolean aboutCreator,
        @Nullable Integer pinnedRow,
        int maxCards,
        List<Proposal> cards) {
    public ShelfProposal {
        cards = List.copyOf(cards);
        if (maxCards < 1 || maxCards > Shelf.MAX_CARDS) {
            throw new IllegalArgumentException("a shelf shows 1 to 50 cards, not " + maxCards);
        }
        if (cards.stream().map(Proposal::card).distinct().count() != cards.size()) {
            throw new IllegalArgumentException("shelf " + shelf + " proposes a card twice");
        }
    }

    /** Whether an editor set the cards and their order. */
    boolean hasFixedCards() {
        return source == SourceKind.PINNED;
    }

    boolean hasFixedRow() {
        return pinnedRow != null;
    }

    /** The row that it always takes; the highest number there is where the policy decides. */
    int fixedRow() {
        return pinnedRow == null ? Integer.MAX_VALUE : pinnedRow;
    }
}
