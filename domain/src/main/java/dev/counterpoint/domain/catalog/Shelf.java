package dev.counterpoint.domain.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A published shelf: a template whose instances (one per tag, per seed card) can stand on a page.
 *
 * @param title 1 to 500 characters; {@code {card}} and {@code {tag}} are filled from the instance
 * @param maxCards 1 to 50
 * @param pinnedRow the row, 0 to 19, that this shelf always takes; null where the policy decides
 */
public record Shelf(
        ShelfId shelfId,
        String title,
        ShelfSource source,
        int maxCards,
        @Nullable Integer pinnedRow) {
    public static final int MAX_CARDS = 50;
    public static final int MAX_ROWS = 20;

    public Shelf {
        if (title.isEmpty() || title.length() > Card.MAX_TITLE) {
            throw new IllegalArgumentException("a title has 1 to 500 characters");
        }
        if (maxCards < 1 || maxCards > MAX_CARDS) {
            throw new IllegalArgumentException("a shelf has 1 to 50 cards, not " + maxCards);
        }
        if (pinnedRow != null && (pinnedRow < 0 || pinnedRow >= MAX_ROWS)) {
            throw new IllegalArgumentException("a pinned row is 0 to 19, not " + pinnedRow);
        }
    }
}
