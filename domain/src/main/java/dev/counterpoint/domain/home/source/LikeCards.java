package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which cards are like one card by their tags: the weights of shared tags are multiplied and added up, tag i of a card weighing
 * {@code 1/(i + 1)}, so that the first ones decide. Candidates are the most popular cards of the seed's first four tags.
 */
final class LikeCards {
    private static final int TAGS_SEARCHED = 4;
    private static final int TAGS_NAMED = 2;
    private static final Comparator<Like> MOST_ALIKE_FIRST = Comparator.comparingDouble(Like::likeness)
            .reversed()
            .thenComparing(like -> like.card().cardId());

    private LikeCards() {}

    /** @param shared the tags that both carry, the most telling of the seed first; at most two */
    record Like(Card card, double likeness, List<String> shared) {}

    static List<Like> of(Card seed, RankedCards ranked) {
        Map<String, Double> weights = weightsOf(seed);
        Map<CardId, Card> candidates = new LinkedHashMap<>();
        weights.keySet().stream()
                .limit(TAGS_SEARCHED)
                .forEach(tag -> ranked.tagged(tag).forEach(card -> candidates.put(card.cardId(), card)));
        candidates.remove(seed.cardId());
        return candidates.values().stream()
                .map(card -> like(card, weights))
                .sorted(MOST_ALIKE_FIRST)
                .limit(Source.CARDS)
                .toList();
    }

    private static Like like(Card card, Map<String, Double> seed) {
        List<String> shared = new ArrayList<>(TAGS_NAMED);
        double likeness = 0;
        for (Map.Entry<String, Double> tag : seed.entrySet()) {
            int place = card.tags().indexOf(tag.getKey());
            if (place >= 0 && place < CardFacts.MAX_TAGS) {
                likeness += tag.getValue() * (1.0 / (place + 1));
                if (shared.size() < TAGS_NAMED) {
                    shared.add(tag.getKey());
                }
            }
        }
        return new Like(card, likeness, List.copyOf(shared));
    }

    /** By tag, in the publisher's order. */
    private static Map<String, Double> weightsOf(Card card) {
        Map<String, Double> weights = new LinkedHashMap<>();
        int count = Math.min(card.tags().size(), CardFacts.MAX_TAGS);
        for (int i = 0; i < count; i++) {
            weights.putIfAbsent(card.tags().get(i), 1.0 / (i + 1));
        }
        return weights;
    }
}
