package dev.counterpoint.query.home.source;

import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.home.ShelfProposal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What was published last. */
final class FreshSource implements Source {

    @Override
    public boolean isPersonal() {
        return false;
    }

    @Override
    public List<ShelfProposal> propose(Shelf template, Situation situation) {
        return Shelves.only(
                template,
                situation.ranked().newest().stream()
                        .map(card -> Shelves.proposal(
                                card,
                                List.of("published on " + LocalDate.ofInstant(card.publishedAt(), ZoneOffset.UTC))))
                        .toList());
    }
}
