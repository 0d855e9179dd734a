package dev.counterpoint.domain.home.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.Catalogs;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.embedding.EmbeddedCards;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.profile.Streams;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.domain.statistics.StatisticsFold;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankedCardsTest {
    private static final Instant START = Streams.START;

    private final StatisticsFold fold = new StatisticsFold(Statistics.empty());
    private long events;

    @Test
    void the_most_popular_of_many_come_first_and_ties_by_id() {
        Catalog catalog = catalogOf(1_000);
        Random chance = new Random(3);
        IntStream.range(0, 300).forEach(any -> play(chance.nextInt(1_000)));
        Statistics statistics = cut(START);

        List<Card> tagged = new RankedCards(catalog, statistics).tagged("jazz");

        assertThat(tagged)
                .isEqualTo(catalog.cardsTagged("jazz").stream()
                        .sorted((one, other) -> {
                            int byPopularity = Double.compare(
                                    statistics.card(other.cardId()).popularity(),
                                    statistics.card(one.cardId()).popularity());
                            return byPopularity != 0
                                    ? byPopularity
                                    : one.cardId().compareTo(other.cardId());
                        })
                        .limit(RankedCards.OF_A_TAG)
                        .toList());
    }

    @Test
    void the_order_of_many_is_kept_for_two_minutes_of_one_epoch() {
        Catalog catalog = catalogOf(RankedCards.MANY + 1);
        play(0);
        RankedCards first = new RankedCards(catalog, cut(START));
        assertThat(ids(first.tagged("jazz"))).startsWith("card-0");
        play(1);
        play(1);

        RankedCards soon = first.then(catalog, cut(START.plusSeconds(60)), EmbeddedCards.none());
        assertThat(ids(soon.tagged("jazz"))).startsWith("card-0");
        play(1);
        RankedCards later = soon.then(catalog, cut(START.plusSeconds(121)), EmbeddedCards.none());
        assertThat(ids(later.tagged("jazz"))).startsWith("card-1");
        IntStream.range(0, 9).forEach(any -> play(2));
        Catalog next = Catalogs.after(catalog, List.of(Catalogs.published(Catalogs.aCard("card-another", "jazz"))));
        RankedCards ofNextEpoch = later.then(next, cut(START.plusSeconds(122)), EmbeddedCards.none());
        assertThat(ids(ofNextEpoch.tagged("jazz"))).startsWith("card-2");
        assertThat(next.cardsTagged("jazz")).hasSize(RankedCards.MANY + 2);
    }

    @Test
    void the_order_of_few_is_always_that_of_its_statistics() {
        Catalog catalog = catalogOf(3);
        play(0);
        RankedCards first = new RankedCards(catalog, cut(START));
        assertThat(ids(first.tagged("jazz"))).startsWith("card-0");
        play(1);
        play(1);

        RankedCards next = first.then(catalog, cut(START.plusSeconds(1)), EmbeddedCards.none());

        assertThat(ids(next.tagged("jazz"))).startsWith("card-1");
    }

    @Test
    void shelves_that_take_work_are_kept_for_two_minutes_of_one_epoch() {
        Catalog catalog = catalogOf(3);
        ShelfKey key = ShelfKey.of(new ShelfId("because"));
        AtomicInteger made = new AtomicInteger();
        Supplier<List<ShelfProposal>> making = () -> {
            made.incrementAndGet();
            return List.of();
        };
        play(0);
        RankedCards first = new RankedCards(catalog, cut(START));
        first.onceInAWhile(key, making);
        play(0);
        RankedCards soon = first.then(catalog, cut(START.plusSeconds(120)), first.embedded());
        soon.onceInAWhile(key, making);
        assertThat(made).hasValue(1);

        play(0);
        RankedCards later = soon.then(catalog, cut(START.plusSeconds(121)), first.embedded());
        later.onceInAWhile(key, making);
        assertThat(made).hasValue(2);

        Catalog next = Catalogs.after(catalog, List.of(Catalogs.retired("card-1")));
        later.then(next, later.statistics(), later.embedded()).onceInAWhile(key, making);
        assertThat(made).hasValue(3);
    }

    private static Catalog catalogOf(int cards) {
        return Catalogs.after(
                Catalog.empty(),
                IntStream.range(0, cards)
                        .<CatalogEvent>mapToObj(card -> Catalogs.published(Catalogs.aCard("card-" + card, "jazz")))
                        .toList());
    }

    private void play(int card) {
        fold.apply(Streams.recorded(events++, START, Streams.aPlayOf(Streams.aCard("card-" + card, "jazz"), START)));
    }

    private Statistics cut(Instant at) {
        events++;
        fold.cut(fold.latest().version() + 1, Map.of(0, events), at);
        return fold.latest();
    }

    private static List<String> ids(List<Card> cards) {
        return cards.stream().map(card -> card.cardId().value()).toList();
    }
}
