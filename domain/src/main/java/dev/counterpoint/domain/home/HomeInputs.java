package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a page is decided from, but for the scores.
 *
 * @param proposals most wanted first: beyond 20 they are left out; no shelf twice
 * @param blocked cards that must not stand on the page
 */
public record HomeInputs(List<ShelfProposal> proposals, Set<CardId> blocked, DrawingPolicy policy, Grid grid) {
    public HomeInputs {
        proposals = List.copyOf(proposals);
        blocked = Set.copyOf(blocked);
        Set<ShelfKey> seen = new HashSet<>();
        for (ShelfProposal proposal : proposals) {
            if (!seen.add(proposal.shelf())) {
                throw new IllegalArgumentException("shelf " + proposal.shelf() + " is proposed twice");
            }
        }
    }
}
