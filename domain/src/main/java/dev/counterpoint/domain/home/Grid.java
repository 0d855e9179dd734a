package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.Shelf;

/**
 * How much room a page has. Upper bounds: a shorter list shows what it has.
 *
 * @param rows 1 to 20
 * @param columns 1 to 50 on a home page; to 1,000 where given cards are ranked
 */
public record Grid(int rows, int columns) {
    public Grid {
        if (rows < 1 || rows > Shelf.MAX_ROWS || columns < 1 || columns > ShelfProposal.MAX_GIVEN) {
            throw new IllegalArgumentException(
                    "a page has 1 to 20 rows and 1 to 1000 columns, not " + rows + " × " + columns);
        }
    }
}
