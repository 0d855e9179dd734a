package dev.counterpoint.domain.home.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.Catalogs;
import dev.counterpoint.domain.statistics.Statistics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LikeCardsTest {
    private static final int CARDS = 110;
    private static final List<String> TAGS = List.of("jazz", "modal", "bop", "live", "vocal", "cool", "free");

    @Test
    void the_most_alike_of_all_candidates_come_first_and_ties_by_id() {
        Random chance = new Random(5);
        List<Card> cards = IntStream.range(0, CARDS)
                .mapToObj(card -> Catalogs.aCard("card-" + card, someTags(chance)))
                .toList();
        Catalog catalog = Catalogs.after(
                Catalog.empty(),
                cards.stream().<CatalogEvent>map(Catalogs::published).toList());

        for (Card seed : cards.subList(0, 20)) {
            List<LikeCards.Like> like = LikeCards.of(seed, new RankedCards(catalog, Statistics.empty()));

            List<Card> expected = cards.stream()
                    .filter(card -> !card.equals(seed))
                    .filter(card -> seed.tags().stream().limit(4).anyMatch(card.tags()::contains))
                    .sorted(Comparator.comparingDouble((Card card) -> -likeness(seed, card))
                            .thenComparing(Card::cardId))
                    .limit(Source.CARDS)
                    .toList();
            assertThat(like.stream().map(LikeCards.Like::card)).isEqualTo(expected);
            assertThat(like)
                    .allSatisfy(each -> assertThat(each.shared())
                            .isEqualTo(seed.tags().stream()
                                    .distinct()
                                    .filter(each.card().tags()::contains)
                                    .limit(2)
                                    .toList()));
        }
    }

    /** One to five, the last of them twice at times. */
    private static String[] someTags(Random chance) {
        List<String> tags = new ArrayList<>(TAGS);
        Collections.shuffle(tags, chance);
        List<String> some = new ArrayList<>(tags.subList(0, 1 + chance.nextInt(5)));
        if (chance.nextBoolean()) {
            some.add(some.get(0));
        }
        return some.toArray(String[]::new);
    }

    private static double likeness(Card seed, Card card) {
        double likeness = 0;
        for (String tag : seed.tags().stream().distinct().toList()) {
            int place = card.tags().indexOf(tag);
            likeness += place < 0 ? 0 : 1.0 / (seed.tags().indexOf(tag) + 1) * (1.0 / (place + 1));
        }
        return likeness;
    }
}
