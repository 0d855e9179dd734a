package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.Medium;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills templates. */
final class Shelves {
    private Shelves() {}

    /** The template itself as the only shelf; none without cards. */
    static List<ShelfProposal> only(Shelf template, List<Proposal> cards) {
        return cards.isEmpty() ? List.of() : List.of(of(template, null, template.title(), cards));
    }

    /**
     * @param instance the tag or card that the shelf is about
     * @param cards no card twice
     */
    static ShelfProposal of(Shelf template, @Nullable String instance, String title, List<Proposal> cards) {
        return new ShelfProposal(
                new ShelfKey(template.shelfId(), instance),
                template.source().from(),
                title,
                false,
                template.pinnedRow(),
                template.maxCards(),
                cards);
    }

    static Proposal proposal(Card card, List<String> why) {
        return new Proposal(card.cardId(), card.creators(), why, Medium.of(card.kind()));
    }
}
