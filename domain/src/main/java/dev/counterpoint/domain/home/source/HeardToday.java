package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.home.ShelfProposal;
import java.util.List;
import java.util.Set;

/**
 * What a listener played on this very day, by their clock, is proposed again only where they look for it: on shelves of what they played
 * last, and on those of editors. A shelf that would be left with fewer cards than stand on a page keeps them all: a new interest may have few cards,
 * and must be answered on the day that it shows.
 */
final class HeardToday {
    private static final int FEWEST_CARDS = 3;

    private HeardToday() {}

    /** Proposals, in their order, without the cards heard today. */
    static List<ShelfProposal> leaveOut(List<ShelfProposal> proposals, Situation situation) {
        Set<CardId> heard = situation.heardToday();
        return heard.isEmpty()
                ? proposals
                : proposals.stream()
                        .map(shelf -> keepsAll(shelf) ? shelf : without(heard, shelf))
                        .toList();
    }

    private static ShelfProposal without(Set<CardId> heard, ShelfProposal shelf) {
        ShelfProposal others = shelf.without(heard);
        return others.cards().size() < FEWEST_CARDS ? shelf : others;
    }

    private static boolean keepsAll(ShelfProposal shelf) {
        return shelf.source() == SourceKind.RECENT || shelf.hasPinnedCards();
    }
}
