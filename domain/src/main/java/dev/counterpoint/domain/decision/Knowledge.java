package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.feature.CandidateShelf;
import dev.counterpoint.domain.feature.FeatureInputs;
import dev.counterpoint.domain.feature.PageContext;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.home.Plan.PlannedShelf;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.statistics.Statistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was known when a page was asked for, each part an immutable version. */
public record Knowledge(Profile profile, Catalog catalog, Statistics statistics, Embeddings embeddings) {

    /**
     * What the features of a plan's pairs are computed from; pairs stand as the plan has them.
     *
     * @throws IllegalArgumentException if a planned card was never in the catalogue
     */
    public FeatureInputs featuresOf(Plan plan, Instant now, PageContext context) {
        List<CandidateShelf> shelves = new ArrayList<>(plan.shelves().size());
        for (PlannedShelf shelf : plan.shelves()) {
            CardId[] cards = new CardId[shelf.cards().size()];
            for (int place = 0; place < cards.length; place++) {
                cards[place] = shelf.cards().get(place).card();
            }
            shelves.add(new CandidateShelf(
                    shelf.proposal().shelf(), shelf.proposal().source(), catalog.cards(cards)));
        }
        return new FeatureInputs(profile, statistics, embeddings, now, context, shelves);
    }

    Card card(CardId cardId) {
        return catalog.card(cardId)
                .orElseThrow(
                        () -> new IllegalArgumentException("catalogue " + catalog.number() + " has no card " + cardId));
    }
}
