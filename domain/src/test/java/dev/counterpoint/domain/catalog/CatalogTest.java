package dev.counterpoint.domain.catalog;

import static dev.counterpoint.domain.catalog.Catalogs.PUBLISHED;
import static dev.counterpoint.domain.catalog.Catalogs.aCard;
import static dev.counterpoint.domain.catalog.Catalogs.after;
import static dev.counterpoint.domain.catalog.Catalogs.heads;
import static dev.counterpoint.domain.catalog.Catalogs.published;
import static dev.counterpoint.domain.catalog.Catalogs.retired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static final CardId BLUE = new CardId("blue");

    @Test
    void the_empty_catalogue_is_epoch_0() {
        assertThat(Catalog.empty().number()).isZero();
        assertThat(Catalog.empty().heads()).isEqualTo(heads(-1));
        assertThat(Catalog.empty().card(BLUE)).isEmpty();
        assertThat(Catalog.empty().cardsTagged("jazz")).isEmpty();
        assertThat(Catalog.empty().newest()).isEmpty();
        assertThat(Catalog.empty().shelves()).isEmpty();
    }

    @Test
    void an_epoch_has_what_was_published_last_and_the_one_before_stays_as_it_was() {
        Catalog first = after(Catalog.empty(), List.of(published(aCard("blue", "jazz", "cool"))));
        Card changed = aCard("blue", "cool", "modal");

        Catalog second = first.with(9, heads(5), List.of(published(aCard("blue", "odd")), published(changed)));

        assertThat(second.number()).isEqualTo(9);
        assertThat(second.heads()).isEqualTo(heads(5));
        assertThat(second.card(BLUE)).contains(changed);
        assertThat(second.cardsTagged("jazz")).isEmpty();
        assertThat(second.cardsTagged("odd")).isEmpty();
        assertThat(second.cardsTagged("modal")).containsExactly(changed);
        assertThat(second.size()).isEqualTo(1);
        assertThat(first.cardsTagged("jazz")).hasSize(1);
        assertThat(first.cardsTagged("modal")).isEmpty();
    }

    @Test
    void a_retired_card_stays_readable_and_is_placed_nowhere() {
        Catalog catalog = after(
                Catalog.empty(),
                List.of(published(aCard("blue", "jazz")), published(aCard("red", "jazz")), retired("blue")));

        assertThat(catalog.card(BLUE)).isPresent();
        assertThat(catalog.isRetired(BLUE)).isTrue();
        assertThat(catalog.isRetired(new CardId("red"))).isFalse();
        assertThat(catalog.size()).isEqualTo(1);
        assertThat(catalog.cardsTagged("jazz")).containsExactly(aCard("red", "jazz"));
        assertThat(catalog.newest()).containsExactly(aCard("red", "jazz"));
        List<Card> all = new ArrayList<>();
        catalog.forEachCard(all::add);
        assertThat(all).containsExactly(aCard("red", "jazz"));
    }

    @Test
    void a_retired_card_that_is_published_again_is_back() {
        Catalog gone = after(Catalog.empty(), List.of(published(aCard("blue", "jazz")), retired("blue")));

        Catalog back = after(gone, List.of(published(aCard("blue", "cool"))));

        assertThat(back.isRetired(BLUE)).isFalse();
        assertThat(back.size()).isEqualTo(1);
        assertThat(back.cardsTagged("cool")).hasSize(1);
        assertThat(back.cardsTagged("jazz")).isEmpty();
    }

    @Test
    void retiring_an_unknown_card_changes_nothing() {
        Catalog catalog = after(Catalog.empty(), List.of(retired("nobody")));

        assertThat(catalog.card(new CardId("nobody"))).isEmpty();
        assertThat(catalog.isRetired(new CardId("nobody"))).isFalse();
    }

    @Test
    void the_newest_cards_come_first_and_ties_go_by_id() {
        Catalog catalog = after(
                Catalog.empty(),
                List.of(
                        published(aCard("b", PUBLISHED)),
                        published(aCard("a", PUBLISHED)),
                        published(aCard("c", PUBLISHED.plusSeconds(1)))));

        assertThat(catalog.newest()).extracting(card -> card.cardId().value()).containsExactly("c", "a", "b");
    }

    @Test
    void shelves_are_ordered_by_id_and_replaced_by_newer_versions() {
        Shelf fresh = new Shelf(new ShelfId("fresh"), "New", ShelfSource.of(SourceKind.FRESH), 10, null);
        Shelf popular = new Shelf(new ShelfId("a-popular"), "Popular", ShelfSource.of(SourceKind.POPULAR), 10, null);
        Shelf fresher = new Shelf(new ShelfId("fresh"), "Newer", ShelfSource.of(SourceKind.FRESH), 5, 1);
        Catalog first = after(
                Catalog.empty(),
                List.of(new CatalogEvent.ShelfPublished(fresh), new CatalogEvent.ShelfPublished(popular)));

        Catalog second = after(first, List.of(new CatalogEvent.ShelfPublished(fresher)));

        assertThat(first.shelves()).containsExactly(popular, fresh);
        assertThat(second.shelves()).containsExactly(popular, fresher);
        assertThat(second.shelf(new ShelfId("fresh"))).contains(fresher);
        assertThat(second.shelf(new ShelfId("none"))).isEmpty();
        Catalog third = after(
                second,
                List.of(
                        new CatalogEvent.ShelfWithdrawn(new ShelfId("fresh")),
                        new CatalogEvent.ShelfWithdrawn(new ShelfId("none"))));
        assertThat(third.shelves()).containsExactly(popular);
        assertThat(after(third, List.of(new CatalogEvent.ShelfPublished(fresh))).shelves())
                .containsExactly(popular, fresh);
    }

    @Test
    void tags_beyond_the_sixteenth_are_not_indexed() {
        String[] tags = new String[20];
        for (int i = 0; i < tags.length; i++) {
            tags[i] = "tag " + i;
        }

        Catalog catalog = after(Catalog.empty(), List.of(published(aCard("blue", tags))));

        assertThat(catalog.cardsTagged("tag 15")).hasSize(1);
        assertThat(catalog.cardsTagged("tag 16")).isEmpty();
    }

    @Test
    void heads_of_another_number_of_shards_are_refused() {
        assertThatThrownBy(() -> Catalog.empty().with(1, List.of(1L), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64 heads");
    }
}
