package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.home.source.NearCards.Near;
import dev.counterpoint.domain.home.source.Situation.RecentlyPlayed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands near the cards that the listener played last, and is not one of them. The point that is looked around is the sum of the played
 * cards' vectors, each weighing half of one that was played a week later, and more with every play of it.
 */
final class SimilarSource implements Source {
    private static final double HALF_LIFE_DAYS = 7;
    /** Cards that a reason may name, the latest. */
    private static final int NAMED = 20;

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public List<ShelfProposal> propose(Shelf template, Situation situation) {
        Embeddings embeddings = situation.ranked().embedded().embeddings();
        double[] point = new double[CardVectors.DIMENSIONS];
        Set<CardId> played = new HashSet<>();
        for (RecentlyPlayed recent : situation.recentlyPlayed()) {
            CardId card = recent.card().cardId();
            played.add(card);
            embeddings.addTo(point, card, weightOf(recent));
        }
        List<Near> near = NearCards.of(point, played, situation.ranked());
        if (near.isEmpty()) {
            return List.of();
        }
        List<Card> named = named(situation, embeddings);
        int[] rows = named.stream()
                .mapToInt(card -> embeddings.vectors().rowOf(card.cardId()))
                .toArray();
        List<Proposal> cards = near.stream()
                .map(each -> Shelves.proposal(
                        each.card(), List.of(why(named.get(nearest(each.card(), rows, embeddings.vectors()))))))
                .toList();
        return Shelves.only(template, cards);
    }

    private static double weightOf(RecentlyPlayed recent) {
        return (1 + StrictMath.log(Math.max(1, recent.plays())))
                * StrictMath.pow(2, -recent.daysAgo() / HALF_LIFE_DAYS);
    }

    private static List<Card> named(Situation situation, Embeddings embeddings) {
        List<Card> named = new ArrayList<>();
        for (RecentlyPlayed recent : situation.recentlyPlayed()) {
            if (named.size() < NAMED && embeddings.holds(recent.card().cardId())) {
                named.add(recent.card());
            }
        }
        return named;
    }

    /** The place of the played card that is nearest; of several the latest. */
    private static int nearest(Card card, int[] rows, CardVectors vectors) {
        int row = vectors.rowOf(card.cardId());
        int nearest = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows.length; i++) {
            double cosine = vectors.dot(row, rows[i]) / vectors.length(rows[i]);
            if (cosine > highest) {
                nearest = i;
                highest = cosine;
            }
        }
        return nearest;
    }

    private static String why(Card played) {
        return "close to " + played.title() + ", which you played";
    }
}
