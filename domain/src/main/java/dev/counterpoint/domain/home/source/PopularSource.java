package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.home.ShelfProposal;
import java.util.List;

/** What all listeners play most. */
final class PopularSource implements Source {
    private static final List<String> WHY = List.of("among the most played by everybody");

    @Override
    public boolean isPersonal() {
        return false;
    }

    @Override
    public List<ShelfProposal> propose(Shelf template, Situation situation) {
        return Shelves.only(
                template,
                situation.ranked().popular().stream()
                        .map(card -> Shelves.proposal(card, WHY))
                        .toList());
    }
}
