package dev.counterpoint.command.catalog;

import static dev.counterpoint.command.Samples.aCard;
import static dev.counterpoint.command.Samples.aShelf;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CatalogEvent.CardPublished;
import dev.counterpoint.domain.catalog.CatalogEvent.CardRetired;
import dev.counterpoint.domain.catalog.CatalogEvent.ShelfPublished;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.event.StreamId;
import java.util.List;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CardShardTest {
    private static final StreamId SHARD = CatalogShards.stream(7);

    private AggregateTestFixture<CardShard> fixture;

    @BeforeEach
    void setUp() {
        fixture = new AggregateTestFixture<>(CardShard.class);
        fixture.registerCommandTargetResolver(command -> new VersionedAggregateIdentifier(SHARD.value(), null));
    }

    @Test
    void new_cards_are_published_in_their_order() {
        fixture.givenNoPriorActivity()
                .when(publish(aCard("b"), aCard("a")))
                .expectEvents(new CardPublished(aCard("b")), new CardPublished(aCard("a")))
                .expectResultMessagePayload(List.of(true, true));
    }

    @Test
    void a_card_published_twice_changes_nothing() {
        fixture.given(new CardPublished(aCard("a")))
                .when(publish(aCard("a")))
                .expectNoEvents()
                .expectResultMessagePayload(List.of(false));
    }

    @Test
    void a_card_twice_in_one_request_is_published_once() {
        fixture.givenNoPriorActivity()
                .when(publish(aCard("a"), aCard("a")))
                .expectEvents(new CardPublished(aCard("a")))
                .expectResultMessagePayload(List.of(true, false));
    }

    @Test
    void two_versions_of_a_card_in_one_request_are_both_published() {
        fixture.givenNoPriorActivity()
                .when(publish(aCard("a", "one"), aCard("a", "two"), aCard("a", "one")))
                .expectEvents(
                        new CardPublished(aCard("a", "one")),
                        new CardPublished(aCard("a", "two")),
                        new CardPublished(aCard("a", "one")))
                .expectResultMessagePayload(List.of(true, true, true));
    }

    @Test
    void a_changed_card_is_published_again() {
        fixture.given(new CardPublished(aCard("a", "Kind of Blue")))
                .when(publish(aCard("a", "Kind of Blue (Legacy Edition)")))
                .expectEvents(new CardPublished(aCard("a", "Kind of Blue (Legacy Edition)")))
                .expectResultMessagePayload(List.of(true));
    }

    @Test
    void a_card_is_retired_once() {
        fixture.given(new CardPublished(aCard("a")))
                .when(retire("a"))
                .expectEvents(new CardRetired(new CardId("a")))
                .expectResultMessagePayload(Retirement.RETIRED);
    }

    @Test
    void a_card_retired_twice_stays_retired() {
        fixture.given(new CardPublished(aCard("a")), new CardRetired(new CardId("a")))
                .when(retire("a"))
                .expectNoEvents()
                .expectResultMessagePayload(Retirement.ALREADY_RETIRED);
    }

    @Test
    void an_unknown_card_cannot_be_retired() {
        fixture.givenNoPriorActivity()
                .when(retire("a"))
                .expectNoEvents()
                .expectResultMessagePayload(Retirement.NO_SUCH_CARD);
    }

    @Test
    void a_retired_card_returns_when_it_is_published_again() {
        fixture.given(new CardPublished(aCard("a")), new CardRetired(new CardId("a")))
                .when(publish(aCard("a")))
                .expectEvents(new CardPublished(aCard("a")))
                .expectResultMessagePayload(List.of(true));
    }

    @Test
    void a_shelf_is_published_once_and_again_when_it_changed() {
        fixture.given(new ShelfPublished(aShelf("popular", "Popular")))
                .when(new PublishShelf(SHARD, aShelf("popular", "Popular right now"), false))
                .expectEvents(new ShelfPublished(aShelf("popular", "Popular right now")))
                .expectResultMessagePayload(true);
    }

    @Test
    void a_shelf_published_twice_changes_nothing() {
        fixture.given(new ShelfPublished(aShelf("popular", "Popular")))
                .when(new PublishShelf(SHARD, aShelf("popular", "Popular"), false))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void a_shelf_that_is_there_stays_where_only_absent_ones_are_asked_for() {
        fixture.given(new ShelfPublished(aShelf("popular", "The hits")))
                .when(new PublishShelf(SHARD, aShelf("popular", "Popular"), true))
                .expectNoEvents()
                .expectResultMessagePayload(false);
    }

    @Test
    void a_shelf_does_not_make_a_card_of_its_name_known() {
        fixture.given(new ShelfPublished(aShelf("a", "A")))
                .when(retire("a"))
                .expectNoEvents()
                .expectResultMessagePayload(Retirement.NO_SUCH_CARD);
    }

    private static PublishCards publish(Card... cards) {
        return new PublishCards(SHARD, List.of(cards));
    }

    private static RetireCard retire(String id) {
        return new RetireCard(SHARD, new CardId(id));
    }
}
