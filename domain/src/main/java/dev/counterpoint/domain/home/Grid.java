package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.Shelf;

/**
 * How much room a page has. Upper bounds: a shorter list shows what it has.
 *
 * @param rows 1 to 20
 * @param columns 1 to 50
 */
public record Grid(int rows, int columns) {
    public Grid {
        if (rows < 1 || rows > Shelf.MAX_ROWS || columns < 1 || columns > Shelf.MAX_CARDS) {
            throw new IllegalArgumentException(
                    "a page has 1 to 20 rows and 1 to 50 columns, not " + rows + " × " + columns);
        }
    }
}
