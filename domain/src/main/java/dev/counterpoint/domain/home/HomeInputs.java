package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a page is decided from, but for the scores and the seed.
 *
 * @param proposals no shelf twice; their order matters only where more than 20 could stand on the page, which keeps the first
 * @param blocked cards that must not stand on the page, by whatever rule; only those that are proposed are kept here
 * @param policy fills the slots that no editor pinned
 * @param calibration by which rows and columns are divided among media; null where they are not
 */
public record HomeInputs(
        List<ShelfProposal> proposals,
        Set<CardId> blocked,
        DrawingPolicy policy,
        Grid grid,
        @Nullable Calibration calibration) {
    public HomeInputs {
        proposals = List.copyOf(proposals);
        blocked = proposedOf(blocked, proposals);
        Set<ShelfKey> seen = new HashSet<>();
        for (ShelfProposal proposal : proposals) {
            if (!seen.add(proposal.shelf())) {
                throw new IllegalArgumentException("shelf " + proposal.shelf() + " is proposed twice");
            }
        }
    }

    /** Without calibration. */
    public HomeInputs(List<ShelfProposal> proposals, Set<CardId> blocked, DrawingPolicy policy, Grid grid) {
        this(proposals, blocked, policy, grid, null);
    }

    /** The same with another policy: what a plan that is shared is drawn by. */
    public HomeInputs drawnBy(DrawingPolicy other) {
        return new HomeInputs(proposals, blocked, other, grid, calibration);
    }

    public Optional<ShelfProposal> proposalOf(ShelfKey shelf) {
        return proposals.stream()
                .filter(proposal -> proposal.shelf().equals(shelf))
                .findFirst();
    }

    private static Set<CardId> proposedOf(Set<CardId> blocked, List<ShelfProposal> proposals) {
        Set<CardId> proposed = new HashSet<>();
        if (!blocked.isEmpty()) {
            for (ShelfProposal shelf : proposals) {
                shelf.cards().stream()
                        .map(Proposal::card)
                        .filter(blocked::contains)
                        .forEach(proposed::add);
            }
        }
        return Set.copyOf(proposed);
    }
}
