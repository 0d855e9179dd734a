package dev.counterpoint.command.listener;

import static dev.counterpoint.command.Samples.ANNA;
import static dev.counterpoint.command.Samples.aCard;
import static dev.counterpoint.command.Samples.aPlay;
import static dev.counterpoint.command.Samples.anInteraction;
import static dev.counterpoint.command.Samples.candidate;
import static dev.counterpoint.command.Samples.streamOf;

import dev.counterpoint.command.TestClock;
import dev.counterpoint.command.listener.RecordingAnswer.Recorded;
import dev.counterpoint.command.listener.RecordingAnswer.Refused;
import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.listener.Attribution;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerRegistered;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerSettingsChanged;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final ListenerRegistered REGISTERED = new ListenerRegistered(ANNA, ListenerSettings.defaults());
    private static final ListenerSettings PREMIUM = new ListenerSettings(Tier.PREMIUM, "SE", 1990, true);

    private static final Refusal UNKNOWN_CARD = new Refusal(Reason.UNKNOWN_CARD, "no card c9", "/1/cardId");
    private static final Refusal CHANGED = new Refusal(
            Reason.INTERACTION_CHANGED,
            "interaction i1 was recorded with other content; an id names one interaction for ever",
            "/interactionId");

    private AggregateTestFixture<Listener> fixture;

    @BeforeEach
    void setUp() {
        fixture = new AggregateTestFixture<>(Listener.class);
        fixture.registerCommandTargetResolver(
                command -> new VersionedAggregateIdentifier(streamOf(ANNA).value(), null));
    }

    @Test
    void a_new_listener_is_registered() {
        fixture.givenNoPriorActivity()
                .when(change(PREMIUM))
                .expectEvents(new ListenerRegistered(ANNA, PREMIUM))
                .expectResultMessagePayload(new SettingsAnswer(true, true, 0));
    }

    @Test
    void other_settings_change_a_registered_listener() {
        given(REGISTERED)
                .when(change(PREMIUM))
                .expectEvents(new ListenerSettingsChanged(PREMIUM))
                .expectResultMessagePayload(new SettingsAnswer(false, true, 1));
    }

    @Test
    void the_same_settings_twice_change_nothing() {
        given(REGISTERED, new ListenerSettingsChanged(PREMIUM))
                .when(change(PREMIUM))
                .expectNoEvents()
                .expectResultMessagePayload(new SettingsAnswer(false, false, 1));
    }

    @Test
    void settings_that_were_once_there_change_the_listener_back() {
        given(REGISTERED, new ListenerSettingsChanged(PREMIUM))
                .when(change(ListenerSettings.defaults()))
                .expectEvents(new ListenerSettingsChanged(ListenerSettings.defaults()))
                .expectResultMessagePayload(new SettingsAnswer(false, true, 2));
    }

    @Test
    void an_unknown_listener_who_plays_is_registered_with_defaults_first() {
        fixture.givenNoPriorActivity()
                .when(record(aPlay("i1", "c1"), aPlay("i2", "c2")))
                .expectEvents(REGISTERED, aPlay("i1", "c1"), aPlay("i2", "c2"))
                .expectResultMessagePayload(new Recorded(2, 2, 0));
    }

    @Test
    void an_interaction_is_recorded_with_the_country_that_the_listener_said_last() {
        given(REGISTERED, new ListenerSettingsChanged(PREMIUM))
                .when(record(aPlay("i1", "c1")))
                .expectEvents(aPlay("i1", "c1").from("SE"));
        given(new ListenerRegistered(ANNA, PREMIUM), new ListenerSettingsChanged(ListenerSettings.defaults()))
                .when(record(aPlay("i1", "c1")))
                .expectEvents(aPlay("i1", "c1"));
    }

    @Test
    void an_interaction_sent_again_from_another_country_is_recorded_once() {
        given(new ListenerRegistered(ANNA, PREMIUM), aPlay("i1", "c1"))
                .when(record(aPlay("i1", "c1")))
                .expectNoEvents()
                .expectResultMessagePayload(new Recorded(1, 0, 1));
    }

    @Test
    void an_interaction_sent_twice_is_recorded_once() {
        given(REGISTERED, aPlay("i1", "c1"))
                .when(record(aPlay("i1", "c1")))
                .expectNoEvents()
                .expectResultMessagePayload(new Recorded(1, 0, 1));
    }

    @Test
    void an_interaction_twice_in_one_request_is_recorded_once() {
        given(REGISTERED)
                .when(record(aPlay("i1", "c1"), aPlay("i1", "c1"), aPlay("i2", "c1")))
                .expectEvents(aPlay("i1", "c1"), aPlay("i2", "c1"))
                .expectResultMessagePayload(new Recorded(2, 2, 1));
    }

    @Test
    void the_new_ones_among_repeated_ones_are_recorded() {
        given(REGISTERED, aPlay("i1", "c1"))
                .when(record(aPlay("i1", "c1"), aPlay("i2", "c1")))
                .expectEvents(aPlay("i2", "c1"))
                .expectResultMessagePayload(new Recorded(2, 1, 1));
    }

    @Test
    void an_id_with_other_content_is_refused_and_nothing_is_recorded() {
        given(REGISTERED, aPlay("i1", "c1"))
                .when(record(aPlay("i0", "c1"), anInteraction("i1", InteractionType.SKIP, "c1")))
                .expectNoEvents()
                .expectResultMessagePayload(refusing(1, Reason.INTERACTION_CHANGED));
    }

    @Test
    void an_id_with_two_contents_in_one_request_is_refused() {
        fixture.givenNoPriorActivity()
                .when(record(aPlay("i1", "c1"), aPlay("i1", "c2")))
                .expectNoEvents()
                .expectResultMessagePayload(refusing(1, Reason.INTERACTION_CHANGED));
    }

    @Test
    void what_was_refused_before_is_listed_with_what_the_listener_refuses() {
        given(REGISTERED, aPlay("i1", "c1"))
                .when(new RecordInteractions(
                        streamOf(ANNA), ANNA, List.of(candidate(aPlay("i1", "c2"))), List.of(UNKNOWN_CARD)))
                .expectNoEvents()
                .expectResultMessagePayload(refusing(0, Reason.UNKNOWN_CARD, Reason.INTERACTION_CHANGED));
    }

    @Test
    void tags_that_changed_since_make_no_other_interaction() {
        InteractionRecorded first = aPlay("i1", "c1");
        CardFacts retagged = new CardFacts(new CardId("c1"), CardKind.ALBUM, List.of("Miles Davis"), List.of("cool"));
        InteractionRecorded again = new InteractionRecorded(
                first.interactionId(), first.type(), retagged, first.at(), first.playedMs(), null);
        given(REGISTERED, first).when(record(again)).expectNoEvents().expectResultMessagePayload(new Recorded(1, 0, 1));
    }

    @Test
    void a_late_repeat_whose_decision_passed_retention_is_a_duplicate() {
        DecisionId decision = new DecisionId("d1");
        InteractionRecorded credited = credited(decision);
        InteractionRecorded uncredited = aPlay("i1", "c1");
        given(REGISTERED, credited)
                .when(command(List.of(new Candidate(uncredited, decision, ""))))
                .expectNoEvents()
                .expectResultMessagePayload(new Recorded(1, 0, 1));
    }

    @Test
    void the_same_interaction_credited_to_another_decision_is_refused() {
        given(REGISTERED, credited(new DecisionId("d1")))
                .when(command(List.of(new Candidate(credited(new DecisionId("d2")), new DecisionId("d2"), ""))))
                .expectNoEvents()
                .expectResultMessagePayload(refusing(0, Reason.INTERACTION_CHANGED));
    }

    @Test
    void the_last_4096_are_recognised_and_those_before_are_not() {
        List<Object> history = new ArrayList<>(List.of(REGISTERED));
        IntStream.rangeClosed(0, RecentInteractions.CAPACITY).forEach(i -> history.add(aPlay("i" + i, "c1")));
        fixture.given(history)
                .when(record(aPlay("i1", "c1"), aPlay("i0", "c1")))
                .expectEvents(aPlay("i0", "c1"))
                .expectResultMessagePayload(new Recorded(history.size(), 1, 1));
    }

    private TestExecutor<Listener> given(Object... events) {
        return fixture.given(events);
    }

    private static ChangeSettings change(ListenerSettings settings) {
        return new ChangeSettings(streamOf(ANNA), ANNA, settings);
    }

    private static RecordInteractions record(InteractionRecorded... events) {
        return command(Arrays.stream(events).map(event -> candidate(event)).toList());
    }

    private static RecordInteractions command(List<Candidate> candidates) {
        return new RecordInteractions(streamOf(ANNA), ANNA, candidates, List.of());
    }

    private static InteractionRecorded credited(DecisionId decision) {
        Attribution slot = new Attribution(decision, ShelfKey.of(new ShelfId("popular")), 0, 3);
        return new InteractionRecorded(
                new InteractionId("i1"), InteractionType.PLAY, aCard("c1").facts(), TestClock.START, null, slot);
    }

    private static Refused refusing(int position, Reason... reasons) {
        List<Refusal> refusals = Arrays.stream(reasons)
                .map(reason -> reason == Reason.UNKNOWN_CARD ? UNKNOWN_CARD : CHANGED)
                .toList();
        return new Refused(refusals, Map.of(position, CHANGED));
    }
}
