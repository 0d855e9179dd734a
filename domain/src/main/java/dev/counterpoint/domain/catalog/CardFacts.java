package dev.counterpoint.domain.catalog;

import java.util.List;

/**
 * What an interaction carries of its card, as of the command, so that the fold of a listener needs nothing else.
 *
 * @param tags the first 16 of the card's tags, in the publisher's order
 */
public record CardFacts(CardId cardId, CardKind kind, List<String> creators, List<String> tags) {
    public static final int MAX_TAGS = 16;

    public CardFacts {
        creators = List.copyOf(creators);
        tags = List.copyOf(tags);
        if (tags.size() > MAX_TAGS) {
            throw new IllegalArgumentException("an interaction carries at most 16 tags, not " + tags.size());
        }
    }
}
