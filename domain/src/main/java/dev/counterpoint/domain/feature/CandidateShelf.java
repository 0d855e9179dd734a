package dev.counterpoint.domain.feature;

import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import java.util.List;

/** A shelf of a plan with its cards, both in the order of the plan. */
public record CandidateShelf(ShelfKey shelf, SourceKind source, List<CandidateCard> cards) {
    public CandidateShelf {
        cards = List.copyOf(cards);
    }
}
