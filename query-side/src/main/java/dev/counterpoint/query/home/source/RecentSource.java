package dev.counterpoint.query.home.source;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.profile.RecentCard;
import java.util.ArrayList;
import java.util.List;

/** What the listener played last. */
final class RecentSource implements Source {

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public List<ShelfProposal> propose(Shelf template, Situation situation) {
        List<Proposal> cards = new ArrayList<>();
        for (RecentCard recent : situation.listener().recentCards()) {
            situation.ranked().placeable(recent.cardId()).ifPresent(card -> cards.add(proposal(card, recent.plays())));
        }
        return Shelves.only(template, cards);
    }

    private static Proposal proposal(Card card, long plays) {
        return Shelves.proposal(card, plays == 1 ? "you played it lately" : "you played it " + plays + " times lately");
    }
}
