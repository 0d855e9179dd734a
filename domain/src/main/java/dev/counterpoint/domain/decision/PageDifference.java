package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.decision.Reproduction.Difference;
import dev.counterpoint.domain.home.Page;
import dev.counterpoint.domain.home.Page.PageShelf;
import java.util.Optional;

/** Where two pages part, down to the last bit of a probability: the first slot that differs. */
final class PageDifference {
    private PageDifference() {}

    static Optional<Difference> between(Page logged, Page reproduced) {
        if (logged.equals(reproduced)) {
            return Optional.empty();
        }
        int rows = Math.min(logged.shelves().size(), reproduced.shelves().size());
        for (int row = 0; row < rows; row++) {
            PageShelf before = logged.shelves().get(row);
            PageShelf after = reproduced.shelves().get(row);
            if (!before.equals(after)) {
                return Optional.of(inRow(row, before, after));
            }
        }
        return Optional.of(new Difference(
                "page",
                logged.shelves().size() + " rows of " + logged.lists(),
                reproduced.shelves().size() + " rows of " + reproduced.lists()));
    }

    private static Difference inRow(int row, PageShelf before, PageShelf after) {
        int columns = Math.min(before.cards().size(), after.cards().size());
        for (int column = 0; column < columns && before.shelf().equals(after.shelf()); column++) {
            Page.PageCard card = before.cards().get(column);
            Page.PageCard other = after.cards().get(column);
            if (!card.equals(other)) {
                return new Difference("row " + row + ", column " + column, card.toString(), other.toString());
            }
        }
        return new Difference("row " + row, named(before), named(after));
    }

    private static String named(PageShelf shelf) {
        return shelf.shelf() + " of " + shelf.lists() + " by " + shelf.slot();
    }
}
