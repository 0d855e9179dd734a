package dev.counterpoint.domain.home.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.catalog.Embedding;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfSource;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.embedding.EmbeddedCards;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cards of two genres, each genre around an axis; what stands near without sharing a tag is found by vectors alone. */
class SimilarSourceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final StreamId LISTENER = StreamId.ofListener("somebody");

    private final List<CatalogEvent> published = new ArrayList<>();
    private final Map<CardId, Embedding> vectors = new HashMap<>();
    private final List<RecordedEvent> events = new ArrayList<>();

    SimilarSourceTest() {
        for (SourceKind kind : List.of(SourceKind.SIMILAR, SourceKind.BECAUSE)) {
            published.add(new CatalogEvent.ShelfPublished(
                    new Shelf(new ShelfId(kind.written()), "Title {card}", ShelfSource.of(kind), 10, null)));
        }
        IntStream.range(0, 30).forEach(i -> publish("jazz-" + i, 0, i));
        IntStream.range(0, 30).forEach(i -> publish("fado-" + i, 1, i));
    }

    private void publish(String id, int genre, int i) {
        published.add(new CatalogEvent.CardPublished(new Card(
                new CardId(id),
                CardKind.TRACK,
                "Title of " + id,
                List.of("by-" + id),
                List.of("only-of-" + id),
                NOW.minus(Duration.ofDays(i)),
                false,
                null)));
        float[] vector = new float[Embedding.DIMENSIONS];
        vector[genre] = 1;
        vector[2 + i] = 0.3f;
        vectors.put(new CardId(id), new Embedding(vector));
    }

    private void played(String id, int daysAgo) {
        Card card = catalog().card(new CardId(id)).orElseThrow();
        Instant at = NOW.minus(Duration.ofDays(daysAgo));
        events.add(new RecordedEvent(
                LISTENER,
                events.size(),
                new UUID(0, events.size()),
                at,
                new InteractionRecorded(
                        new InteractionId("i" + events.size()), InteractionType.PLAY, card.facts(), at, null, null),
                Map.of()));
    }

    private Catalog catalog() {
        return Catalog.empty().with(1, Collections.nCopies(CatalogShards.COUNT, 0L), published);
    }

    private List<ShelfProposal> propose(EmbeddedCards embedded) {
        Situation situation = new Situation(
                Profile.empty().applyAll(events).at(NOW), new RankedCards(catalog(), Statistics.empty(), embedded));
        return new Sources().propose(situation, true);
    }

    private List<ShelfProposal> propose() {
        return propose(EmbeddedCards.exact(Embeddings.of("v1", vectors)));
    }

    private static List<Proposal> cards(List<ShelfProposal> shelves, String shelf) {
        return shelves.stream()
                .filter(each -> each.shelf().toString().equals(shelf))
                .flatMap(each -> each.cards().stream())
                .toList();
    }

    private static List<String> ids(List<Proposal> cards) {
        return cards.stream().map(proposal -> proposal.card().value()).toList();
    }

    @Test
    void what_stands_near_the_played_cards_is_proposed_and_these_are_not() {
        played("fado-3", 5);
        played("jazz-3", 1);
        played("jazz-4", 0);

        List<String> proposed = ids(cards(propose(), "similar"));

        assertThat(proposed).hasSize(57).doesNotContain("jazz-3", "jazz-4", "fado-3");
        assertThat(proposed.subList(0, 28)).allSatisfy(id -> assertThat(id).startsWith("jazz-"));
    }

    @Test
    void the_reason_names_the_played_card_that_is_nearest() {
        played("fado-3", 1);
        played("jazz-4", 0);

        List<Proposal> proposed = cards(propose(), "similar");

        assertThat(proposed)
                .allSatisfy(proposal -> assertThat(proposal.why())
                        .containsExactly(
                                proposal.card().value().startsWith("jazz-")
                                        ? "close to Title of jazz-4, which you played"
                                        : "close to Title of fado-3, which you played"));
    }

    @Test
    void what_was_played_long_ago_weighs_little() {
        IntStream.range(0, 3).forEach(i -> played("fado-" + i, 28));
        played("jazz-4", 0);

        assertThat(ids(cards(propose(), "similar")).subList(0, 10))
                .allSatisfy(id -> assertThat(id).startsWith("jazz-"));
    }

    @Test
    void a_retired_card_and_one_that_the_catalogue_does_not_have_are_not_proposed_and_others_take_their_place() {
        played("jazz-29", 0);
        IntStream.range(0, 15).forEach(i -> published.add(new CatalogEvent.CardRetired(new CardId("jazz-" + i))));
        float[] same = new float[Embedding.DIMENSIONS];
        same[0] = 1;
        IntStream.range(0, 200).forEach(i -> vectors.put(new CardId("unknown-" + i), new Embedding(same)));

        List<String> proposed = ids(cards(propose(), "similar"));

        assertThat(proposed).hasSize(14 + 30);
        assertThat(proposed).noneMatch(id -> id.startsWith("unknown-"));
        assertThat(proposed.subList(0, 14))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(15, 29).mapToObj(i -> "jazz-" + i).toList());
    }

    @Test
    void nothing_is_proposed_without_vectors_without_neighbours_and_to_a_listener_without_an_embedded_card() {
        assertThat(cards(propose(), "similar")).isEmpty();
        played("jazz-4", 0);
        vectors.remove(new CardId("jazz-4"));
        assertThat(cards(propose(), "similar")).isEmpty();
        played("jazz-3", 0);
        assertThat(cards(propose(), "similar")).isNotEmpty();
        assertThat(cards(propose(EmbeddedCards.none()), "similar")).isEmpty();
        assertThat(cards(propose(EmbeddedCards.withoutNeighbours(Embeddings.of("v1", vectors))), "similar"))
                .isEmpty();
    }

    @Test
    void because_a_card_was_played_its_neighbours_are_proposed_and_nothing_that_is_far() {
        played("jazz-4", 0);

        List<Proposal> because = cards(propose(), "because:jazz-4");

        assertThat(ids(because)).hasSize(29).doesNotContain("jazz-4").allMatch(id -> id.startsWith("jazz-"));
        assertThat(because)
                .allSatisfy(proposal ->
                        assertThat(proposal.why()).containsExactly("played by those who play Title of jazz-4"));
    }

    @Test
    void the_same_situation_gives_the_same_proposals() {
        played("jazz-4", 0);
        played("fado-4", 2);

        assertThat(propose()).isEqualTo(propose());
    }
}
