package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Medium;
import java.util.ArrayList;
import java.util.List;

/**
 * A card that a source proposes for a shelf.
 *
 * @param creators of the card, for the limit of cards by one creator
 * @param why the source's reasons in the listener's terms; empty where the shelf's title says all
 * @param medium of the card, for calibrated pages
 */
public record Proposal(CardId card, List<String> creators, List<String> why, Medium medium) {
    public Proposal {
        creators = List.copyOf(creators);
        why = List.copyOf(why);
    }

    /** A card of music. */
    public Proposal(CardId card, List<String> creators, List<String> why) {
        this(card, creators, why, Medium.MUSIC);
    }

    Proposal withReason(String reason) {
        List<String> reasons = new ArrayList<>(why);
        reasons.add(reason);
        return new Proposal(card, creators, reasons, medium);
    }
}
