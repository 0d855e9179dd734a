package dev.counterpoint.domain.catalog;

import java.util.List;

/**
 * Where the cards of a shelf come from.
 *
 * @param pinnedCards the cards of a pinned shelf, in their order; empty for every other source
 * @param boostedTags cards with one of these come before all others that the source proposes; at most 8, of 1 to 128 characters
 */
public record ShelfSource(SourceKind from, List<CardId> pinnedCards, List<String> boostedTags) {
    public static final int MAX_BOOSTED = 8;

    public ShelfSource {
        pinnedCards = List.copyOf(pinnedCards);
        boostedTags = List.copyOf(boostedTags);
        if (from != SourceKind.PINNED && !pinnedCards.isEmpty()) {
            throw new IllegalArgumentException("only a pinned shelf names its cards");
        }
        if (from == SourceKind.PINNED && !boostedTags.isEmpty()) {
            throw new IllegalArgumentException("the cards of a pinned shelf stand as its editor set them");
        }
        if (boostedTags.size() > MAX_BOOSTED || boostedTags.stream().anyMatch(ShelfSource::isNoTag)) {
            throw new IllegalArgumentException("a shelf boosts at most 8 tags of 1 to 128 characters");
        }
    }

    /** Without boost. */
    public ShelfSource(SourceKind from, List<CardId> pinnedCards) {
        this(from, pinnedCards, List.of());
    }

    public static ShelfSource of(SourceKind from) {
        return new ShelfSource(from, List.of());
    }

    private static boolean isNoTag(String tag) {
        return tag.isEmpty() || tag.length() > Card.MAX_TAG_LENGTH;
    }
}
