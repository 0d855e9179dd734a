package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.home.source.NearCards.Near;
import dev.counterpoint.domain.home.source.Situation.RecentlyPlayed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A shelf for each of the cards that the listener played last, the cards most like it: first those that the same listeners play, as vectors of
 * cards tell, then those with the same tags. No creator twice and no first tag twice: shelves
 * about the same thing would take each other's cards.
 */
final class BecauseSource implements Source {
    private static final int SEEDS = 5;
    /** The cosine below which a card is not like another, however few are nearer. */
    private static final double NEAR = 0.4;

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public List<ShelfProposal> propose(Shelf template, Situation situation) {
        List<ShelfProposal> shelves = new ArrayList<>();
        for (Card seed : seeds(situation)) {
            ShelfKey key = new ShelfKey(template.shelfId(), seed.cardId().value());
            shelves.addAll(situation.ranked().onceInAWhile(key, () -> like(seed, template, situation)));
        }
        return shelves;
    }

    private static List<ShelfProposal> like(Card seed, Shelf template, Situation situation) {
        Map<CardId, Proposal> distinct = new LinkedHashMap<>();
        for (Near near : playedLike(seed, situation.ranked())) {
            distinct.put(near.card().cardId(), Shelves.proposal(near.card(), List.of(whyPlayed(seed))));
        }
        for (LikeCards.Like like : LikeCards.of(seed, situation.ranked())) {
            distinct.putIfAbsent(like.card().cardId(), Shelves.proposal(like.card(), List.of(whyTagged(like, seed))));
        }
        List<Proposal> cards = distinct.values().stream().limit(CARDS).toList();
        String title = template.title().replace("{card}", seed.title());
        return cards.isEmpty()
                ? List.of()
                : List.of(Shelves.of(template, seed.cardId().value(), title, cards));
    }

    /** Nearest first; none where the seed has no vector. */
    private static List<Near> playedLike(Card seed, RankedCards ranked) {
        double[] point = new double[CardVectors.DIMENSIONS];
        ranked.embedded().embeddings().addTo(point, seed.cardId(), 1);
        return NearCards.of(point, Set.of(seed.cardId()), ranked).stream()
                .filter(near -> near.cosine() >= NEAR)
                .toList();
    }

    private static String whyPlayed(Card seed) {
        return "played by those who play " + seed.title();
    }

    private static String whyTagged(LikeCards.Like like, Card seed) {
        return "tagged " + String.join(" and ", like.shared()) + " like " + seed.title();
    }

    private static List<Card> seeds(Situation situation) {
        List<Card> seeds = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (RecentlyPlayed recent : situation.recentlyPlayed()) {
            List<String> subjects = subjectsOf(recent.card());
            if (Collections.disjoint(subjects, taken)) {
                seeds.add(recent.card());
                taken.addAll(subjects);
            }
            if (seeds.size() == SEEDS) {
                break;
            }
        }
        return seeds;
    }

    private static List<String> subjectsOf(Card card) {
        List<String> subjects = new ArrayList<>();
        card.creators().forEach(creator -> subjects.add("by " + creator));
        card.tags().stream().limit(1).forEach(tag -> subjects.add("tagged " + tag));
        return subjects;
    }
}
