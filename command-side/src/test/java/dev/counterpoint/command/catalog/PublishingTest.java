package dev.counterpoint.command.catalog;

import static dev.counterpoint.command.Samples.aCard;
import static dev.counterpoint.command.Samples.aShelf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.counterpoint.command.CommandMemory;
import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.TestClock;
import dev.counterpoint.command.stream.TestEngine;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent.ShelfPublished;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.catalog.DefaultShelves;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfSource;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublishingTest {
    private final TestEngine engine = new TestEngine();
    private final CommandSide side = new CommandSide(engine, new TestClock(), CommandMemory.standard());
    private final Publishing publishing = new Publishing(side.commands(), new CatalogAndTail(Catalog::empty, engine));

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void a_card_goes_to_the_shard_of_its_id() {
        assertThat(publishing.publish(aCard("a"), "corr-1")).isTrue();
        assertThat(publishing.publish(aCard("a"), "corr-1")).isFalse();
        assertThat(engine.head(CatalogShards.stream(CatalogShards.shardOf(new CardId("a")))))
                .isZero();
    }

    @Test
    void a_card_that_never_was_cannot_be_retired() {
        RequestRefusedException refused = catchThrowableOfType(
                RequestRefusedException.class, () -> publishing.retire(new CardId("nobody"), "corr-1"));
        assertThat(refused.refusals()).extracting(Refusal::reason).containsExactly(Reason.NO_SUCH_CARD);
    }

    @Test
    void a_shelf_pins_only_cards_that_exist() {
        publishing.publish(aCard("a"), "corr-1");
        List<CardId> pinned = List.of(new CardId("x"), new CardId("a"), new CardId("y"));
        Shelf shelf = new Shelf(new ShelfId("editors"), "Editors", new ShelfSource(SourceKind.PINNED, pinned), 10, 0);
        RequestRefusedException refused =
                catchThrowableOfType(RequestRefusedException.class, () -> publishing.publish(shelf, "corr-1"));
        assertThat(refused.refusals())
                .extracting(Refusal::pointer)
                .containsExactly("/source/cards/0", "/source/cards/2");
        assertThat(events()).hasSize(1);
        publishing.publish(aCard("x"), "corr-1");
        publishing.publish(aCard("y"), "corr-1");
        assertThat(publishing.publish(shelf, "corr-1")).isTrue();
    }

    @Test
    void the_default_shelves_are_published_once() {
        assertThat(publishing.publishDefaultShelves()).isEqualTo(6);
        assertThat(publishing.publishDefaultShelves()).isZero();
        assertThat(events())
                .extracting(event -> ((ShelfPublished) event).shelf())
                .containsExactlyInAnyOrderElementsOf(DefaultShelves.all());
    }

    @Test
    void a_publishers_own_shelf_is_not_overwritten_by_the_default() {
        Shelf own = aShelf("popular", "The hits");
        publishing.publish(own, "corr-1");
        assertThat(publishing.publishDefaultShelves()).isEqualTo(5);
        assertThat(publishing.publish(own, "corr-1")).isFalse();
    }

    @Test
    void a_default_shelf_that_was_withdrawn_stays_away() {
        publishing.publishDefaultShelves();
        publishing.withdraw(new ShelfId("popular"), "corr-1");
        assertThat(publishing.publishDefaultShelves()).isZero();
    }

    private List<DomainEvent> events() {
        return CatalogShards.streams().stream()
                .flatMap(shard -> engine.events(shard).stream())
                .toList();
    }
}
