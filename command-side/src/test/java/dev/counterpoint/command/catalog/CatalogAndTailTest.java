package dev.counterpoint.command.catalog;

import static dev.counterpoint.command.Samples.aCard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.command.CommandMemory;
import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.TestClock;
import dev.counterpoint.command.stream.TestEngine;
import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.event.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogAndTailTest {
    private final TestEngine engine = new TestEngine();
    private final CommandSide side = new CommandSide(engine, new TestClock(), CommandMemory.standard());
    private final AtomicReference<Catalog> newest = new AtomicReference<>(Catalog.empty());
    private final KnownCards cards = new CatalogAndTail(newest::get, engine);
    private final Publishing publishing = new Publishing(side.commands(), cards);

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void a_card_is_known_as_soon_as_its_publication_was_answered() {
        assertThat(find("a")).isEmpty();
        publish(aCard("a"));
        assertThat(find("a")).contains(aCard("a").facts());
    }

    @Test
    void a_retired_card_stays_known() {
        publish(aCard("a"));
        publishing.retire(new CardId("a"), "corr-1");
        assertThat(find("a")).isPresent();
        cut();
        assertThat(find("a")).isPresent();
    }

    @Test
    void a_card_of_the_epoch_is_found_without_reading() {
        publish(aCard("a"));
        cut();
        int reads = engine.streamReads.get();
        assertThat(find("a")).contains(aCard("a").facts());
        assertThat(engine.streamReads).hasValue(reads);
    }

    @Test
    void a_card_found_once_after_the_epoch_is_found_without_reading() {
        publish(aCard("a"));
        find("a");
        int reads = engine.streamReads.get();
        assertThat(find("a")).isPresent();
        assertThat(engine.streamReads).hasValue(reads);
    }

    @Test
    void a_later_epoch_takes_over_from_what_was_read() {
        publish(aCard("a", "one"));
        find("a");
        Card renamed = new Card(
                new CardId("a"),
                aCard("a").kind(),
                "two",
                List.of(),
                List.of("new"),
                aCard("a").publishedAt(),
                false,
                null);
        publish(renamed);
        cut();
        assertThat(find("a")).contains(renamed.facts());
        assertThat(find("b")).isEmpty();
        publish(aCard("b"));
        assertThat(find("b")).isPresent();
    }

    @Test
    void a_long_tail_is_read_to_its_end() {
        List<Card> many = IntStream.range(0, 100_000)
                .mapToObj(i -> aCard("card" + i))
                .filter(card -> CatalogShards.shardOf(card.cardId()) == 5)
                .limit(1200)
                .toList();
        many.forEach(this::publish);
        assertThat(cards.find(many.get(1199).cardId())).isPresent();
        assertThat(cards.find(many.get(0).cardId())).isPresent();
    }

    private java.util.Optional<CardFacts> find(String id) {
        return cards.find(new CardId(id));
    }

    private void publish(Card card) {
        publishing.publish(card, "corr-1");
    }

    private void cut() {
        List<Long> heads = new ArrayList<>();
        List<CatalogEvent> events = new ArrayList<>();
        for (StreamId shard : CatalogShards.streams()) {
            heads.add(engine.head(shard));
            engine.events(shard).forEach(event -> events.add((CatalogEvent) event));
        }
        newest.set(Catalog.empty().with(newest.get().number() + 1, heads, events));
    }
}
