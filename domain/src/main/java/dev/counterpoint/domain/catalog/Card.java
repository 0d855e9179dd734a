package dev.counterpoint.domain.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing that can be shown.
 *
 * @param title 1 to 500 characters
 * @param creators at most 32, in the publisher's order
 * @param tags at most 512 of at most 128 characters, in the publisher's order: the most telling first
 */
public record Card(
        CardId cardId,
        CardKind kind,
        String title,
        List<String> creators,
        List<String> tags,
        Instant publishedAt,
        boolean explicit,
        @Nullable Embedding embedding) {
    public static final int MAX_TITLE = 500;
    public static final int MAX_CREATORS = 32;
    public static final int MAX_TAGS = 512;
    public static final int MAX_TAG_LENGTH = 128;

    public Card {
        creators = Names.copyOf(creators);
        tags = Names.copyOf(tags);
        require(!title.isEmpty() && title.length() <= MAX_TITLE, "a title has 1 to 500 characters");
        require(creators.size() <= MAX_CREATORS, "a card has at most 32 creators");
        require(tags.size() <= MAX_TAGS, "a card has at most 512 tags");
        for (String tag : tags) {
            require(!tag.isEmpty() && tag.length() <= MAX_TAG_LENGTH, "a tag has 1 to 128 characters");
        }
    }

    /** The tags with their hashes. */
    public Names tagNames() {
        return (Names) tags;
    }

    /** The creators with their hashes. */
    public Names creatorNames() {
        return (Names) creators;
    }

    /** What an interaction with this card carries of it. */
    public CardFacts facts() {
        return new CardFacts(cardId, kind, creators, tags.subList(0, Math.min(tags.size(), CardFacts.MAX_TAGS)));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
