package dev.counterpoint.domain.feature;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import java.util.List;

/**
 * A shelf of a plan with its cards.
 *
 * @param cards as the plan has them: in the order of the source
 */
public record CandidateShelf(ShelfKey shelf, SourceKind source, List<Card> cards) {
    public CandidateShelf {
        cards = List.copyOf(cards);
    }
}
