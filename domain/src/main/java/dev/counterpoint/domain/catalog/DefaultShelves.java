package dev.counterpoint.domain.catalog;

import java.util.List;

/** The shelves of a platform whose publisher has not said otherwise. */
public final class DefaultShelves {
    private static final int CARDS = 10;
    private static final List<Shelf> SHELVES = List.of(
            shelf(SourceKind.POPULAR, "Popular right now"),
            shelf(SourceKind.RECENT, "Jump back in"),
            shelf(SourceKind.FRESH, "New for you"),
            shelf(SourceKind.TAG, "More {tag}"),
            shelf(SourceKind.BECAUSE, "Because you played {card}"),
            shelf(SourceKind.SIMILAR, "Picked for you"));

    private DefaultShelves() {}

    public static List<Shelf> all() {
        return SHELVES;
    }

    private static Shelf shelf(SourceKind source, String title) {
        return new Shelf(new ShelfId(source.written()), title, ShelfSource.of(source), CARDS, null);
    }
}
