package dev.counterpoint.domain.catalog;

import java.util.List;

/**
 * Where the cards of a shelf come from.
 *
 * @param pinnedCards the cards of a pinned shelf, in their order; empty for every other source
 */
public record ShelfSource(SourceKind from, List<CardId> pinnedCards) {
    public ShelfSource {
        pinnedCards = List.copyOf(pinnedCards);
        if (from != SourceKind.PINNED && !pinnedCards.isEmpty()) {
            throw new IllegalArgumentException("only a pinned shelf names its cards");
        }
    }

    public static ShelfSource of(SourceKind from) {
        return new ShelfSource(from, List.of());
    }
}
