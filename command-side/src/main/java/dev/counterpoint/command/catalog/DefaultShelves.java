package dev.counterpoint.command.catalog;

import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfSource;
import dev.counterpoint.domain.catalog.SourceKind;
import java.util.List;

/** The shelves of a platform whose publisher has not said otherwise. */
public final class DefaultShelves {
    private static final int CARDS = 10;
    private static final List<Shelf> SHELVES = List.of(
            shelf(SourceKind.POPULAR, "Popular right now"),
            shelf(SourceKind.RECENT, "Jump back in"),
            shelf(SourceKind.FRESH, "New for you"),
            shelf(SourceKind.TAG, "More {tag}"),
            shelf(SourceKind.BECAUSE, "Because you played {card}"));

    private DefaultShelves() {}

    public static List<Shelf> all() {
        return SHELVES;
    }

    /**
     * Publishes those that are not there. A publisher's own version stays, so this may run at every start.
     *
     * @return how many were published
     */
    public static int publishWhereAbsent(Publishing publishing) {
        int published = 0;
        for (Shelf shelf : SHELVES) {
            if (publishing.publishIfAbsent(shelf, "default-shelves")) {
                published++;
            }
        }
        return published;
    }

    private static Shelf shelf(SourceKind source, String title) {
        return new Shelf(new ShelfId(source.written()), title, ShelfSource.of(source), CARDS, null);
    }
}
