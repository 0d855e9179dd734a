package dev.counterpoint.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CatalogProperties {

    @Property(tries = 40)
    void many_epochs_are_one_epoch_and_all_indexes_agree_with_a_scan(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int epochs) {
        Random random = new Random(seed);
        List<CatalogEvent> all = new ArrayList<>();
        Catalog stepwise = Catalog.empty();
        for (int i = 0; i < epochs; i++) {
            List<CatalogEvent> events = events(random, 1 + random.nextInt(200));
            all.addAll(events);
            stepwise = Catalogs.after(stepwise, events);
        }
        Catalog atOnce = Catalogs.after(Catalog.empty(), all);

        assertThat(byId(stepwise)).isEqualTo(byId(atOnce));
        assertThat(stepwise.size()).isEqualTo(byId(stepwise).size());
        assertThat(stepwise.newest()).isEqualTo(atOnce.newest()).isEqualTo(newestByScan(stepwise));
        for (int tag = 0; tag < 6; tag++) {
            assertThat(stepwise.cardsTagged("tag " + tag)).isEqualTo(taggedByScan(stepwise, "tag " + tag));
        }
    }

    @Property(tries = 5)
    void the_newest_are_exact_beyond_what_is_held(@ForAll long seed) {
        Random random = new Random(seed);
        Catalog catalog = Catalog.empty();
        for (int i = 0; i < 30; i++) {
            List<CatalogEvent> events = new ArrayList<>();
            for (int j = 0; j < 400; j++) {
                String id = "card-" + random.nextInt(9_000);
                boolean retires = i > 20 && random.nextInt(4) > 0;
                events.add(retires ? Catalogs.retired(id) : Catalogs.published(aCard(random, id)));
            }
            events.addAll(i > 20 ? retireNewest(catalog, 600) : List.of());
            catalog = Catalogs.after(catalog, events);

            List<Card> scanned = newestByScan(catalog);
            assertThat(catalog.newest().size()).isBetween(Math.min(1_024, scanned.size()), 4_096);
            assertThat(catalog.newest())
                    .isEqualTo(scanned.subList(0, catalog.newest().size()));
        }
    }

    private static List<CatalogEvent> retireNewest(Catalog catalog, int count) {
        return catalog.newest().stream()
                .limit(count)
                .map(card -> Catalogs.retired(card.cardId().value()))
                .toList();
    }

    private static List<CatalogEvent> events(Random random, int count) {
        List<CatalogEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = "card-" + random.nextInt(300);
            events.add(random.nextInt(5) == 0 ? Catalogs.retired(id) : Catalogs.published(aCard(random, id)));
        }
        return events;
    }

    private static Card aCard(Random random, String id) {
        String[] tags = random.ints(random.nextInt(5), 0, 6)
                .mapToObj(tag -> "tag " + tag)
                .toArray(String[]::new);
        return Catalogs.aCard(id, Catalogs.PUBLISHED.plusSeconds(random.nextInt(50)), tags);
    }

    private static Map<CardId, Card> byId(Catalog catalog) {
        Map<CardId, Card> cards = new HashMap<>();
        catalog.forEachCard(card -> assertThat(cards.put(card.cardId(), card)).isNull());
        return cards;
    }

    private static List<Card> newestByScan(Catalog catalog) {
        return byId(catalog).values().stream()
                .sorted(Comparator.comparing(Card::publishedAt).reversed().thenComparing(Card::cardId))
                .toList();
    }

    private static List<Card> taggedByScan(Catalog catalog, String tag) {
        return byId(catalog).values().stream()
                .filter(card -> card.tags().contains(tag))
                .sorted(Comparator.comparing(Card::cardId))
                .toList();
    }
}
