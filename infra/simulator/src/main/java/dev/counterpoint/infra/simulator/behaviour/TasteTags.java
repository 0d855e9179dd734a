package dev.counterpoint.infra.simulator.behaviour;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The tags that listeners can like: those that tell something of enough cards, each as likely as the square root of their number. */
final class TasteTags {
    /** How many of a card's tags say what it is. */
    static final int TELLING = 8;

    private static final int FEWEST_CARDS = 10;

    private final List<String> tags = new ArrayList<>();
    private final List<Double> upTo = new ArrayList<>();
    private double total;

    /** @throws IllegalArgumentException if no tag has 10 cards */
    TasteTags(Catalog catalog) {
        SortedMap<String, Integer> cards = new TreeMap<>();
        catalog.forEachCard(card -> telling(card).forEach(tag -> cards.merge(tag, 1, Integer::sum)));
        cards.forEach((tag, count) -> {
            if (count >= FEWEST_CARDS) {
                total += Math.sqrt(count);
                tags.add(tag);
                upTo.add(total);
            }
        });
        if (tags.isEmpty()) {
            throw new IllegalArgumentException("there is no tag with " + FEWEST_CARDS + " cards to like");
        }
    }

    static List<String> telling(Card card) {
        return card.tags().subList(0, Math.min(card.tags().size(), TELLING));
    }

    int size() {
        return tags.size();
    }

    String draw(RandomGenerator chance) {
        double at = chance.nextDouble() * total;
        int low = 0;
        int high = tags.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo.get(middle) > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return tags.get(low);
    }
}
