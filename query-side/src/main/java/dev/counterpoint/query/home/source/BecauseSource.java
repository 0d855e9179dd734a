package dev.counterpoint.query.home.source;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.profile.RecentCard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
            List<Proposal> cards = situation.ranked().like(seed);
            if (!cards.isEmpty()) {
                shelves.add(Shelves.of(
                        template, seed.cardId().value(), template.title().replace("{card}", seed.title()), cards));
            }
        }
        return shelves;
    }

    private static List<Card> seeds(Situation situation) {
        List<Card> seeds = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (RecentCard recent : situation.listener().recentCards()) {
            Optional<Card> seed = situation.ranked().placeable(recent.cardId());
            if (seeds.size() < SEEDS && seed.isPresent() && Collections.disjoint(subjectsOf(seed.get()), taken)) {
                seeds.add(seed.get());
                taken.addAll(subjectsOf(seed.get()));
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
