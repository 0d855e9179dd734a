package dev.counterpoint.domain.feature;

import dev.counterpoint.domain.catalog.Card;

/**
 * A card that its source proposes for a shelf.
 *
 * @param proposalRank its place among the source's proposals, from 0
 */
public record CandidateCard(Card card, int proposalRank) {
    public CandidateCard {
        if (proposalRank < 0) {
            throw new IllegalArgumentException("ranks start at 0, not at " + proposalRank);
        }
    }
}
