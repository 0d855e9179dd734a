package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.home.source.Situation.RecentlyPlayed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A shelf for each of the cards that the listener played last, the cards most like it. No creator twice and no first tag twice: shelves
 * about the same thing would take each other's cards.
 */
final class BecauseSource implements Source {
    private static final int SEEDS = 5;

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public List<ShelfProposal> propose(Shelf template, Situation situation) {
        List<ShelfProposal> shelves = new ArrayList<>();
        for (Card seed : seeds(situation)) {
            ShelfKey key = new ShelfKey(template.shelfId(), seed.cardId().value());
            shelves.addAll(situation.ranked().once(key, () -> like(seed, template, situation)));
        }
        return shelves;
    }

    private static List<ShelfProposal> like(Card seed, Shelf template, Situation situation) {
        List<Proposal> cards = LikeCards.of(seed, situation.ranked()).stream()
                .map(like -> Shelves.proposal(like.card(), List.of(why(like, seed))))
                .toList();
        String title = template.title().replace("{card}", seed.title());
        return cards.isEmpty()
                ? List.of()
                : List.of(Shelves.of(template, seed.cardId().value(), title, cards));
    }

    private static String why(LikeCards.Like like, Card seed) {
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
