package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A shelf that could stand on the page, with what its source proposes for it. The tag or seed card that it is about stands in its key.
 *
 * @param title as the listener reads it
 * @param aboutCreator exempt from the limit of cards by one creator
 * @param pinnedRow the row, 0 to 19, that it always takes; null where the policy decides
 * @param maxCards how many cards are shown at most, 1 to 50; to 1,000 of those that a client gave
 * @param cards best first by the source; no card twice
 */
public record ShelfProposal(
        ShelfKey shelf,
        SourceKind source,
        String title,
        boolean aboutCreator,
        @Nullable Integer pinnedRow,
        int maxCards,
        List<Proposal> cards) {
    /** How many cards a client can give to be ranked. */
    public static final int MAX_GIVEN = 1_000;

    public ShelfProposal {
        cards = List.copyOf(cards);
        int most = source == SourceKind.GIVEN ? MAX_GIVEN : Shelf.MAX_CARDS;
        if (maxCards < 1 || maxCards > most) {
            throw new IllegalArgumentException("a shelf shows 1 to " + most + " cards, not " + maxCards);
        }
        if (pinnedRow != null && (pinnedRow < 0 || pinnedRow >= Shelf.MAX_ROWS)) {
            throw new IllegalArgumentException("a pinned row is 0 to 19, not " + pinnedRow);
        }
        Set<CardId> seen = new HashSet<>(2 * cards.size());
        for (Proposal proposal : cards) {
            if (!seen.add(proposal.card())) {
                throw new IllegalArgumentException("shelf " + shelf + " proposes card " + proposal.card() + " twice");
            }
        }
    }

    /** The same shelf without some of its cards. */
    public ShelfProposal without(Set<CardId> left) {
        List<Proposal> kept = new ArrayList<>(cards.size());
        for (Proposal proposal : cards) {
            if (!left.contains(proposal.card())) {
                kept.add(proposal);
            }
        }
        return kept.size() == cards.size() ? this : inOrder(kept);
    }

    /** The same shelf with its cards in another order. */
    public ShelfProposal inOrder(List<Proposal> others) {
        return new ShelfProposal(shelf, source, title, aboutCreator, pinnedRow, maxCards, others);
    }

    /** The same shelf, some cards of which have one more reason. */
    public ShelfProposal withReason(String reason, Set<CardId> those) {
        List<Proposal> told = cards.stream()
                .map(proposal -> those.contains(proposal.card()) ? proposal.withReason(reason) : proposal)
                .toList();
        return inOrder(told);
    }

    /** Whether a client gave the cards to be ranked: they are no shelf, and all of them stay. */
    public boolean isGiven() {
        return source == SourceKind.GIVEN;
    }

    /** Whether an editor set the cards and their order: they come before all other proposals, and are not drawn. */
    public boolean hasPinnedCards() {
        return source == SourceKind.PINNED;
    }
}
