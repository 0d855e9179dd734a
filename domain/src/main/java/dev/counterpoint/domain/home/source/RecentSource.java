package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import java.util.List;

/** What the listener played last. */
final class RecentSource implements Source {

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public List<ShelfProposal> propose(Shelf template, Situation situation) {
        List<Proposal> cards = situation.recentlyPlayed().stream()
                .map(recent -> Shelves.proposal(recent.card(), List.of(why(recent.plays()))))
                .toList();
        return Shelves.only(template, cards);
    }

    private static String why(long plays) {
        return plays == 1 ? "you played it lately" : "you played it " + plays + " times lately";
    }
}
