package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Moves the cards that a publisher boosts to the front of what a source proposes, in the source's order among themselves. So a boost decides what is
 * kept where there is more than a list holds, and a model sees it as the rank of the proposal; it never touches a score or a probability.
 */
final class Boosting {
    private Boosting() {}

    static List<ShelfProposal> of(Shelf template, List<ShelfProposal> proposals, Catalog catalog) {
        List<String> tags = template.source().boostedTags();
        return tags.isEmpty()
                ? proposals
                : proposals.stream()
                        .map(shelf -> shelf.inOrder(boostedFirst(shelf.cards(), tags, catalog)))
                        .toList();
    }

    private static List<Proposal> boostedFirst(List<Proposal> cards, List<String> tags, Catalog catalog) {
        List<Proposal> boosted = new ArrayList<>();
        List<Proposal> others = new ArrayList<>();
        for (Proposal proposal : cards) {
            boolean isBoosted = catalog.card(proposal.card())
                    .filter(card -> !Collections.disjoint(card.tags(), tags))
                    .isPresent();
            (isBoosted ? boosted : others).add(proposal);
        }
        boosted.addAll(others);
        return boosted;
    }
}
