package dev.counterpoint.command.listener;

import static dev.counterpoint.command.Samples.ANNA;
import static dev.counterpoint.command.Samples.BENGT;
import static dev.counterpoint.command.Samples.PSEUDONYMS;
import static dev.counterpoint.command.Samples.aCard;
import static dev.counterpoint.command.Samples.aPlay;
import static dev.counterpoint.command.Samples.streamOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.counterpoint.command.CommandMemory;
import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.TestClock;
import dev.counterpoint.command.catalog.CatalogAndTail;
import dev.counterpoint.command.catalog.KnownCards;
import dev.counterpoint.command.catalog.Publishing;
import dev.counterpoint.command.listener.RecordingAnswer.Recorded;
import dev.counterpoint.command.listener.ServedPage.Kept;
import dev.counterpoint.command.listener.ServedPage.Slot;
import dev.counterpoint.command.stream.TestEngine;
import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.listener.Attribution;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListeningTest {
    private static final ShelfKey POPULAR = ShelfKey.of(new ShelfId("popular"));

    private final TestEngine engine = new TestEngine();
    private final CommandSide side = new CommandSide(engine, new TestClock(), CommandMemory.standard());
    private final KnownCards cards = new CatalogAndTail(Catalog::empty, engine);
    private final Publishing publishing = new Publishing(side.commands(), cards);
    private final InMemoryServedPages pages = new InMemoryServedPages();
    private final Listening listening = new Listening(side.commands(), PSEUDONYMS, cards, pages);

    @BeforeEach
    void publish() {
        publishing.publish(aCard("c1"), "corr-1");
        publishing.publish(aCard("c2"), "corr-1");
    }

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void an_interaction_carries_what_is_known_of_its_card() {
        assertThat(record(claim("i1", "c1"))).isEqualTo(new Recorded(1, 1, 0));
        assertThat(lastEvent()).isEqualTo(aPlay("i1", "c1"));
    }

    @Test
    void an_interaction_with_a_retired_card_is_recorded() {
        publishing.retire(new CardId("c1"), "corr-1");
        assertThat(record(claim("i1", "c1"))).isEqualTo(new Recorded(1, 1, 0));
    }

    @Test
    void unknown_cards_are_refused_each_at_its_place_and_nothing_is_recorded() {
        assertThat(refusals(claim("i1", "c1"), claim("i2", "x"), claim("i3", "y")))
                .extracting(Refusal::reason, Refusal::pointer)
                .containsExactly(tuple(Reason.UNKNOWN_CARD, "/1/cardId"), tuple(Reason.UNKNOWN_CARD, "/2/cardId"));
        assertThat(engine.events(streamOf(ANNA))).isEmpty();
    }

    @Test
    void an_interaction_is_credited_to_the_slot_of_its_card() {
        DecisionId decision = served("d1", "c2", 3, 7);
        record(claim("i1", "c2", decision));
        assertThat(((InteractionRecorded) lastEvent()).attribution())
                .isEqualTo(new Attribution(decision, POPULAR, 3, 7));
    }

    @Test
    void a_page_that_was_never_served_is_refused() {
        assertThat(refusals(claim("i1", "c1", new DecisionId("forged"))))
                .extracting(Refusal::reason, Refusal::pointer)
                .containsExactly(tuple(Reason.DECISION_NOT_OF_LISTENER, "/0/decisionId"));
    }

    @Test
    void somebody_elses_page_is_refused_alike() {
        DecisionId bengts = new DecisionId("d2");
        pages.put(bengts, new Kept(streamOf(BENGT), Map.of(new CardId("c1"), new Slot(POPULAR, 0, 0))));
        assertThat(refusals(claim("i1", "c1", bengts)))
                .extracting(Refusal::reason)
                .containsExactly(Reason.DECISION_NOT_OF_LISTENER);
    }

    @Test
    void a_card_that_was_not_on_the_page_is_refused() {
        DecisionId decision = served("d1", "c2", 0, 0);
        assertThat(refusals(claim("i1", "c1", decision)))
                .extracting(Refusal::reason, Refusal::pointer)
                .containsExactly(tuple(Reason.CARD_NOT_ON_PAGE, "/0/cardId"));
    }

    @Test
    void a_page_past_retention_is_recorded_without_a_slot_and_is_a_duplicate_when_sent_again() {
        DecisionId old = new DecisionId("old");
        pages.put(old, new ServedPage.PastRetention());
        assertThat(record(claim("i1", "c1", old))).isEqualTo(new Recorded(1, 1, 0));
        assertThat(((InteractionRecorded) lastEvent()).attribution()).isNull();
        assertThat(record(claim("i1", "c1", old))).isEqualTo(new Recorded(1, 0, 1));
    }

    @Test
    void a_page_that_passes_retention_between_two_tries_makes_no_other_interaction() {
        DecisionId decision = served("d1", "c1", 0, 0);
        record(claim("i1", "c1", decision));
        pages.put(decision, new ServedPage.PastRetention());
        assertThat(record(claim("i1", "c1", decision))).isEqualTo(new Recorded(1, 0, 1));
    }

    @Test
    void faults_of_all_kinds_are_told_together() {
        record(claim("i1", "c1"));
        assertThat(refusals(claim("i1", "c2"), claim("i2", "x"), claim("i3", "c1", new DecisionId("forged"))))
                .extracting(Refusal::reason)
                .containsExactlyInAnyOrder(
                        Reason.INTERACTION_CHANGED, Reason.UNKNOWN_CARD, Reason.DECISION_NOT_OF_LISTENER);
    }

    @Test
    void a_hundred_with_very_long_cards_are_refused_as_too_much_at_once() {
        List<String> tags =
                IntStream.range(0, 16).mapToObj(i -> i + "x".repeat(120)).toList();
        List<String> creators =
                IntStream.range(0, 32).mapToObj(i -> i + "y".repeat(190)).toList();
        publishing.publish(
                new Card(new CardId("huge"), CardKind.TRACK, "t", creators, tags, TestClock.START, false, null),
                "corr-1");
        ClaimedInteraction[] hundred =
                IntStream.range(0, 100).mapToObj(i -> claim("i" + i, "huge")).toArray(ClaimedInteraction[]::new);
        assertThat(refusals(hundred)).extracting(Refusal::reason).containsExactly(Reason.MALFORMED);
        assertThat(record(Arrays.copyOf(hundred, 20))).isEqualTo(new Recorded(20, 20, 0));
    }

    private DecisionId served(String id, String card, int row, int column) {
        DecisionId decision = new DecisionId(id);
        pages.put(decision, new Kept(streamOf(ANNA), Map.of(new CardId(card), new Slot(POPULAR, row, column))));
        return decision;
    }

    private DomainEvent lastEvent() {
        List<DomainEvent> events = engine.events(streamOf(ANNA));
        return events.get(events.size() - 1);
    }

    private Recorded record(ClaimedInteraction... claims) {
        return listening.record(ANNA, numbered(claims), "corr-1");
    }

    private List<Refusal> refusals(ClaimedInteraction... claims) {
        return catchThrowableOfType(RequestRefusedException.class, () -> record(claims))
                .refusals();
    }

    private static List<ClaimedInteraction> numbered(ClaimedInteraction... claims) {
        return IntStream.range(0, claims.length)
                .mapToObj(i -> new ClaimedInteraction(
                        claims[i].interactionId(),
                        claims[i].type(),
                        claims[i].cardId(),
                        claims[i].decisionId(),
                        claims[i].at(),
                        claims[i].playedMs(),
                        "/" + i))
                .toList();
    }

    private static ClaimedInteraction claim(String id, String card) {
        return claim(id, card, null);
    }

    private static ClaimedInteraction claim(String id, String card, @Nullable DecisionId decision) {
        return new ClaimedInteraction(
                new InteractionId(id), InteractionType.PLAY, new CardId(card), decision, TestClock.START, null, "");
    }
}
