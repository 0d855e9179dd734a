package dev.counterpoint.domain.home.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.catalog.Rule;
import dev.counterpoint.domain.catalog.RuleId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.home.source.Blocking.Audience;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BlockingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Audience ANYBODY = new Audience("SE", "free");
    private static final Rest REST = new Rest(3, Duration.ofHours(24));

    private final List<CatalogEvent> published = new ArrayList<>();
    private final List<RecordedEvent> events = new ArrayList<>();
    private Profile listener = Profile.empty();

    BlockingTest() {
        publish("war-song", false, "war", "pop");
        publish("loud", true, "pop");
        publish("calm", false, "pop");
    }

    @Test
    void without_rules_and_rest_nothing_is_blocked() {
        assertThat(blocked(NOW, Rest.NONE, ANYBODY, popular("war-song", "loud", "calm")))
                .isEmpty();
    }

    @Test
    void a_card_is_blocked_with_the_word_of_the_first_rule_that_says_so() {
        rule("b-explicit", null, true);
        rule("c-pop", "pop", true);
        rule("a-war", "war", false);

        assertThat(blocked(NOW, Rest.NONE, ANYBODY, popular("war-song", "loud"), editors("loud", "calm")))
                .containsOnly(
                        Map.entry(new CardId("war-song"), "rule a-war"),
                        Map.entry(new CardId("loud"), "rule b-explicit"));
    }

    @Test
    void a_rule_of_a_market_holds_there_and_for_whoever_may_be_there() {
        rule("war", "war", false, "SE");

        assertThat(blocked(NOW, Rest.NONE, new Audience("SE", "free"), popular("war-song")))
                .hasSize(1);
        assertThat(blocked(NOW, Rest.NONE, new Audience("DE", "free"), popular("war-song")))
                .isEmpty();
        assertThat(blocked(NOW, Rest.NONE, new Audience(null, null), popular("war-song")))
                .hasSize(1);
    }

    @Test
    void a_card_rests_for_a_time_after_so_many_impressions_without_an_answer() {
        interact(InteractionType.IMPRESSION, "calm", 2);
        assertThat(blocked(NOW, REST, ANYBODY, all())).isEmpty();
        interact(InteractionType.IMPRESSION, "calm", 1);

        assertThat(blocked(NOW, REST, ANYBODY, all())).containsExactly(Map.entry(new CardId("calm"), "rest"));
        assertThat(blocked(NOW.plus(Duration.ofHours(25)), REST, ANYBODY, all()))
                .isEmpty();
    }

    @Test
    void an_answer_ends_the_rest() {
        interact(InteractionType.IMPRESSION, "calm", 5);
        interact(InteractionType.PLAY, "calm", 1);

        assertThat(blocked(NOW, REST, ANYBODY, all())).isEmpty();
    }

    @Test
    void a_shelf_that_needs_its_cards_lets_none_of_them_rest() {
        interact(InteractionType.IMPRESSION, "calm", 5);

        assertThat(blocked(NOW, REST, ANYBODY, popular("calm", "loud"))).isEmpty();
        assertThat(blocked(NOW, REST, ANYBODY, all(), shelf("tag:pop", SourceKind.TAG, "calm", "loud")))
                .isEmpty();
    }

    @Test
    void what_editors_chose_does_not_rest_wherever_it_stands() {
        interact(InteractionType.IMPRESSION, "calm", 5);

        assertThat(blocked(NOW, REST, ANYBODY, all(), editors("calm"))).isEmpty();
        assertThat(blocked(NOW, REST, ANYBODY, editors("calm"), all())).isEmpty();
    }

    @Test
    void a_rest_of_less_than_nothing_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rest(-1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rest(1, Duration.ofSeconds(-1)));
    }

    private Map<CardId, String> blocked(Instant now, Rest rest, Audience audience, ShelfProposal... shelves) {
        Catalog catalog = Catalog.empty().with(1, Collections.nCopies(CatalogShards.COUNT, 0L), published);
        Situation situation = new Situation(listener.at(now), new RankedCards(catalog, Statistics.empty()));
        return Blocking.of(List.of(shelves), situation, audience, rest);
    }

    private static ShelfProposal all() {
        return popular("calm", "loud", "war-song");
    }

    private static ShelfProposal popular(String... cards) {
        return shelf("popular", SourceKind.POPULAR, cards);
    }

    private static ShelfProposal editors(String... cards) {
        return shelf("editors", SourceKind.PINNED, cards);
    }

    private static ShelfProposal shelf(String key, SourceKind source, String... cards) {
        List<Proposal> proposals = Arrays.stream(cards)
                .map(card -> new Proposal(new CardId(card), List.of(), List.of()))
                .toList();
        return new ShelfProposal(ShelfKey.parse(key), source, key, false, null, 2, proposals);
    }

    private void rule(String id, String tag, boolean explicit, String... countries) {
        published.add(
                new CatalogEvent.RulePublished(new Rule(new RuleId(id), tag, explicit, List.of(countries), List.of())));
    }

    private void publish(String id, boolean explicit, String... tags) {
        published.add(new CatalogEvent.CardPublished(card(id, explicit, tags)));
    }

    private static Card card(String id, boolean explicit, String... tags) {
        return new Card(new CardId(id), CardKind.TRACK, id, List.of(), List.of(tags), Instant.EPOCH, explicit, null);
    }

    private void interact(InteractionType type, String card, int times) {
        for (int i = 0; i < times; i++) {
            Instant at = NOW.minusSeconds(600 - events.size());
            RecordedEvent event = new RecordedEvent(
                    StreamId.ofListener("somebody"),
                    events.size(),
                    new UUID(0, events.size()),
                    at,
                    new InteractionRecorded(
                            new InteractionId("i" + events.size()),
                            type,
                            card(card, false).facts(),
                            at,
                            null,
                            null),
                    Map.of());
            events.add(event);
            listener = listener.apply(event);
        }
    }
}
