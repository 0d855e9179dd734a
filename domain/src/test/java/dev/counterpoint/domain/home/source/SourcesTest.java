package dev.counterpoint.domain.home.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfSource;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.domain.statistics.StatisticsFold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final StreamId LISTENER = StreamId.ofListener("somebody");

    private final List<CatalogEvent> published = new ArrayList<>();
    private final List<RecordedEvent> events = new ArrayList<>();
    private final Sources sources = new Sources();

    SourcesTest() {
        for (SourceKind kind : SourceKind.ofShelves()) {
            List<CardId> pinned = kind == SourceKind.PINNED
                    ? List.of(new CardId("jazz-1"), new CardId("gone"), new CardId("never"), new CardId("jazz-1"))
                    : List.of();
            published.add(new CatalogEvent.ShelfPublished(new Shelf(
                    new ShelfId(kind.written()),
                    kind.written() + " {tag}{card}",
                    new ShelfSource(kind, pinned),
                    10,
                    null)));
        }
        IntStream.range(0, 20).forEach(i -> publish("jazz-" + i, i, "jazz", "modal"));
        IntStream.range(0, 20).forEach(i -> publish("fado-" + i, 100 + i, "fado", "lisbon"));
        publish("gone", 0, "jazz");
        published.add(new CatalogEvent.CardRetired(new CardId("gone")));
    }

    @Test
    void somebody_new_gets_what_all_play_what_is_new_and_what_editors_chose() {
        played("fado-7", 3);
        List<ShelfProposal> shelves = sources.propose(situation(Profile.empty()), true);

        assertThat(keys(shelves)).containsExactly("fresh", "pinned", "popular");
        assertThat(cards(shelves, "pinned")).containsExactly("jazz-1");
        assertThat(cards(shelves, "popular")).containsExactly("fado-7");
        assertThat(cards(shelves, "fresh"))
                .hasSize(40)
                .startsWith("jazz-0", "jazz-1")
                .doesNotContain("gone");
    }

    @Test
    void a_listener_gets_shelves_about_what_they_played_with_reasons() {
        played("jazz-3", 2);
        List<ShelfProposal> shelves = sources.propose(situation(known()), true);

        assertThat(keys(shelves)).contains("recent", "because:jazz-3", "tag:jazz", "tag:modal");
        assertThat(cards(shelves, "recent")).containsExactly("jazz-3");
        assertThat(cards(shelves, "because:jazz-3")).hasSize(19).doesNotContain("jazz-3");
        assertThat(cards(shelves, "tag:jazz")).hasSize(19).startsWith("jazz-0");
        assertThat(shelf(shelves, "tag:jazz").title()).isEqualTo("tag jazz{card}");
        assertThat(shelf(shelves, "because:jazz-3").title()).isEqualTo("because {tag}Title of jazz-3");
        assertThat(why(shelves, "recent")).containsExactly("you played it 2 times lately");
        assertThat(why(shelves, "tag:jazz")).containsExactly("you played 2 tagged jazz this week");
        assertThat(why(shelves, "because:jazz-3")).containsExactly("tagged jazz and modal like Title of jazz-3");
    }

    @Test
    void a_boosted_tag_comes_first_in_the_order_of_the_source() {
        published.add(new CatalogEvent.ShelfPublished(new Shelf(
                new ShelfId("fresh"),
                "fresh",
                new ShelfSource(SourceKind.FRESH, List.of(), List.of("lisbon", "nowhere")),
                10,
                null)));

        List<ShelfProposal> shelves = sources.propose(situation(Profile.empty()), true);

        assertThat(cards(shelves, "fresh"))
                .hasSize(40)
                .startsWith("fado-0", "fado-1")
                .endsWith("jazz-18", "jazz-19");
    }

    @Test
    void a_new_interest_keeps_its_cards_from_all_other_shelves_but_those_of_editors() {
        IntStream.range(0, 12).forEach(i -> publish("choro-" + i, 200, "jazz", "choro"));
        IntStream.range(0, 10).forEach(i -> played("choro-" + i, 1));
        published.add(new CatalogEvent.ShelfPublished(new Shelf(
                new ShelfId("pinned"),
                "pinned",
                new ShelfSource(SourceKind.PINNED, List.of(new CardId("choro-2"))),
                10,
                null)));

        List<ShelfProposal> shelves = sources.propose(situation(known()), true);

        List<String> first = cards(shelves, "tag:choro").subList(0, 10);
        assertThat(first).contains("choro-2").allMatch(card -> card.startsWith("choro"));
        assertThat(shelves)
                .filteredOn(shelf -> !shelf.shelf().toString().equals("tag:choro"))
                .filteredOn(shelf -> !shelf.hasPinnedCards())
                .flatExtracting(ShelfProposal::cards)
                .extracting(proposal -> proposal.card().value())
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first);
        assertThat(cards(shelves, "pinned")).containsExactly("choro-2");
    }

    @Test
    void what_was_heard_today_is_left_to_the_shelves_of_what_was_played_and_of_editors() {
        played("jazz-1", 2);

        List<ShelfProposal> today = sources.propose(situation(known()), true);
        List<ShelfProposal> tomorrow = sources.propose(
                new Situation(known().at(NOW.plus(Duration.ofHours(20))), new RankedCards(catalog(), statistics())),
                true);
        List<ShelfProposal> inTokyo = sources.propose(
                new Situation(known().at(NOW.plus(Duration.ofHours(8))), new RankedCards(catalog(), statistics()), 540),
                true);

        assertThat(shelvesWith("jazz-1", today)).containsExactlyInAnyOrder("recent", "pinned", "popular");
        assertThat(shelvesWith("jazz-1", tomorrow)).contains("tag:jazz", "fresh");
        assertThat(shelvesWith("jazz-1", inTokyo)).contains("tag:jazz", "fresh");
        assertThat(cards(today, "popular")).as("it has no other card").containsExactly("jazz-1");
    }

    @Test
    void of_new_interests_that_are_even_the_one_with_fewer_cards_comes_first() {
        IntStream.range(0, 12).forEach(i -> publish("a-" + i, 200, "all", "few"));
        IntStream.range(12, 30).forEach(i -> publish("a-" + i, 200, "all"));
        IntStream.range(0, 10).forEach(i -> played("a-" + i, 1));

        List<String> tags = keys(sources.propose(situation(known()), true)).stream()
                .filter(key -> key.startsWith("tag:"))
                .toList();

        assertThat(tags).containsExactly("tag:few", "tag:all");
    }

    @Test
    void an_interest_of_yesterday_keeps_nothing_for_itself() {
        IntStream.range(0, 10).forEach(i -> played("fado-" + i, 1));
        Situation tomorrow =
                new Situation(known().at(NOW.plus(Duration.ofDays(1))), new RankedCards(catalog(), statistics()));

        assertThat(cards(sources.propose(tomorrow, true), "popular")).hasSize(10);
        assertThat(keys(sources.propose(situation(known()), true))).doesNotContain("popular");
    }

    @Test
    void without_personalization_nothing_of_the_listener_is_used() {
        played("jazz-3", 2);

        assertThat(keys(sources.propose(situation(known()), false))).containsExactly("fresh", "pinned", "popular");
    }

    @Test
    void a_retired_card_is_not_proposed_by_any_source() {
        played("jazz-3", 2);
        Profile listener = known();
        published.add(new CatalogEvent.CardRetired(new CardId("jazz-3")));

        List<ShelfProposal> shelves = sources.propose(situation(listener), true);

        assertThat(shelves)
                .flatExtracting(ShelfProposal::cards)
                .extracting(proposal -> proposal.card().value())
                .isNotEmpty()
                .doesNotContain("jazz-3", "gone");
        assertThat(keys(shelves)).doesNotContain("because:jazz-3", "recent");
    }

    @Test
    void a_new_interest_has_a_shelf_after_ten_plays() {
        IntStream.range(0, 20).forEach(i -> played("jazz-" + i, 5));
        IntStream.range(0, 10).forEach(i -> played("fado-" + i, 1));

        assertThat(keys(sources.propose(situation(known()), true))).contains("tag:fado", "tag:lisbon", "tag:jazz");
    }

    @Test
    void the_same_situation_gives_the_same_proposals() {
        played("jazz-3", 2);
        played("fado-1", 1);

        assertThat(sources.propose(situation(known()), true)).isEqualTo(sources.propose(situation(known()), true));
    }

    private void publish(String id, int ageDays, String... tags) {
        published.add(new CatalogEvent.CardPublished(new Card(
                new CardId(id),
                CardKind.ALBUM,
                "Title of " + id,
                List.of("by-" + id),
                List.of(tags),
                NOW.minus(Duration.ofDays(ageDays)),
                false,
                null)));
    }

    private void played(String id, int times) {
        Card card = catalog().card(new CardId(id)).orElseThrow();
        for (int i = 0; i < times; i++) {
            Instant at = NOW.minusSeconds(600 - events.size());
            events.add(new RecordedEvent(
                    LISTENER,
                    events.size(),
                    new UUID(0, events.size()),
                    at,
                    new InteractionRecorded(
                            new InteractionId("i" + events.size()), InteractionType.PLAY, card.facts(), at, null, null),
                    Map.of()));
        }
    }

    private Profile known() {
        return Profile.empty().applyAll(events);
    }

    private Situation situation(Profile listener) {
        return new Situation(listener.at(NOW), new RankedCards(catalog(), statistics()));
    }

    private Catalog catalog() {
        return Catalog.empty().with(1, Collections.nCopies(CatalogShards.COUNT, 0L), published);
    }

    private Statistics statistics() {
        StatisticsFold fold = new StatisticsFold(Statistics.empty());
        events.forEach(fold::apply);
        fold.cut(1, Map.of(0, 1L), NOW);
        return fold.latest();
    }

    private static List<String> keys(List<ShelfProposal> shelves) {
        return shelves.stream().map(shelf -> shelf.shelf().toString()).toList();
    }

    private static ShelfProposal shelf(List<ShelfProposal> shelves, String key) {
        return shelves.stream()
                .filter(shelf -> shelf.shelf().toString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> shelvesWith(String card, List<ShelfProposal> shelves) {
        return shelves.stream()
                .filter(shelf -> shelf.cards().stream()
                        .anyMatch(proposal -> proposal.card().value().equals(card)))
                .map(shelf -> shelf.shelf().toString())
                .toList();
    }

    private static List<String> cards(List<ShelfProposal> shelves, String key) {
        return shelf(shelves, key).cards().stream()
                .map(proposal -> proposal.card().value())
                .toList();
    }

    private static List<String> why(List<ShelfProposal> shelves, String key) {
        return shelf(shelves, key).cards().stream()
                .map(Proposal::why)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
