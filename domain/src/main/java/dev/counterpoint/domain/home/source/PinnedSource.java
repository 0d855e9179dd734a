package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.home.ShelfProposal;
import java.util.List;
import java.util.Optional;

/** What editors chose, in their order. */
final class PinnedSource implements Source {
    private static final List<String> WHY = List.of("chosen by the editors");

    @Override
    public boolean isPersonal() {
        return false;
    }

    @Override
    public List<ShelfProposal> propose(Shelf template, Situation situation) {
        return Shelves.only(
                template,
                template.source().pinnedCards().stream()
                        .distinct()
                        .map(card -> situation.ranked().placeable(card))
                        .flatMap(Optional::stream)
                        .map(card -> Shelves.proposal(card, WHY))
                        .toList());
    }
}
