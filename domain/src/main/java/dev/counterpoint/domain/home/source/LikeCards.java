package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Which cards are like one card by their tags: the weights of shared tags are multiplied and added up, tag i of a card weighing
 * {@code 1/(i + 1)}, so that the first ones decide. Candidates are the 100 most popular cards of each of the seed's first four tags.
 */
final class LikeCards {
    private static final int TAGS_SEARCHED = 4;
    private static final int OF_A_TAG = 100;
    private static final int TAGS_NAMED = 2;
    private static final Comparator<Alike> MOST_ALIKE_FIRST = Comparator.comparingDouble(Alike::likeness)
            .reversed()
            .thenComparing(alike -> alike.card().cardId());

    private LikeCards() {}

    /** @param shared the tags that both carry, the most telling of the seed first; at most two */
    record Like(Card card, List<String> shared) {}

    /** The most alike first, ties by id, at most {@link Source#CARDS}. */
    static List<Like> of(Card seed, RankedCards ranked) {
        SeedTags tags = new SeedTags(seed.tagNames());
        PriorityQueue<Alike> leading = new PriorityQueue<>(MOST_ALIKE_FIRST.reversed());
        for (int tag = 0; tag < Math.min(tags.count(), TAGS_SEARCHED); tag++) {
            List<Card> tagged = ranked.tagged(tags.name(tag));
            for (Card card : tagged.subList(0, Math.min(tagged.size(), OF_A_TAG))) {
                if (!card.cardId().equals(seed.cardId())) {
                    offer(leading, new Alike(card, tags.likeness(card.tagNames())));
                }
            }
        }
        return leading.stream()
                .sorted(MOST_ALIKE_FIRST)
                .map(alike -> new Like(alike.card(), tags.shared(alike.card().tagNames())))
                .toList();
    }

    /** Cards that carry several of the tags come several times: whether one is there already is asked only where it would be kept. */
    private static void offer(PriorityQueue<Alike> leading, Alike card) {
        if (leading.size() < Source.CARDS) {
            if (!leading.contains(card)) {
                leading.add(card);
            }
        } else if (MOST_ALIKE_FIRST.compare(card, leading.element()) < 0 && !leading.contains(card)) {
            leading.remove();
            leading.add(card);
        }
    }

    private record Alike(Card card, double likeness) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Alike that && card.cardId().equals(that.card.cardId());
        }

        @Override
        public int hashCode() {
            return card.cardId().hashCode();
        }
    }

    /** The first {@value CardFacts#MAX_TAGS} tags of the seed, each once, in the publisher's order. */
    private static final class SeedTags {
        private final Names names;
        private final int[] places;

        SeedTags(Names names) {
            this.names = names;
            this.places = IntStream.range(0, Math.min(names.size(), CardFacts.MAX_TAGS))
                    .filter(place -> names.placeOf(names, place) == place)
                    .toArray();
        }

        int count() {
            return places.length;
        }

        String name(int tag) {
            return names.get(places[tag]);
        }

        double likeness(Names others) {
            double likeness = 0;
            for (int place : places) {
                int there = others.placeOf(names, place);
                if (there >= 0 && there < CardFacts.MAX_TAGS) {
                    likeness += 1.0 / (place + 1) * (1.0 / (there + 1));
                }
            }
            return likeness;
        }

        /** At most {@value LikeCards#TAGS_NAMED}. */
        List<String> shared(Names others) {
            List<String> shared = new ArrayList<>(TAGS_NAMED);
            for (int place : places) {
                int there = others.placeOf(names, place);
                if (shared.size() < TAGS_NAMED && there >= 0 && there < CardFacts.MAX_TAGS) {
                    shared.add(names.get(place));
                }
            }
            return List.copyOf(shared);
        }
    }
}
