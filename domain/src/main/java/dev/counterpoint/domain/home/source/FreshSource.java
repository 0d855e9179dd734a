package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.home.ShelfProposal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What was published last. A card whose date is not known is published at the epoch, and never new. */
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
                        .filter(card -> card.publishedAt().isAfter(Instant.EPOCH))
                        .map(card -> Shelves.proposal(
                                card,
                                List.of("published on " + LocalDate.ofInstant(card.publishedAt(), ZoneOffset.UTC))))
                        .toList());
    }
}
