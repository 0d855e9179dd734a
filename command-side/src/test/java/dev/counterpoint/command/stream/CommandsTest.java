package dev.counterpoint.command.stream;

import static dev.counterpoint.command.Samples.ANNA;
import static dev.counterpoint.command.Samples.aCard;
import static dev.counterpoint.command.Samples.aPlay;
import static dev.counterpoint.command.Samples.candidate;
import static dev.counterpoint.command.Samples.streamOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.command.CommandMemory;
import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.TestClock;
import dev.counterpoint.command.catalog.PublishCards;
import dev.counterpoint.command.catalog.RetireCard;
import dev.counterpoint.command.catalog.Retirement;
import dev.counterpoint.command.listener.ChangeSettings;
import dev.counterpoint.command.listener.RecordInteractions;
import dev.counterpoint.command.listener.RecordingAnswer;
import dev.counterpoint.command.listener.RecordingAnswer.Recorded;
import dev.counterpoint.command.listener.SettingsAnswer;
import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerRegistered;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.domain.refusal.OutcomeUnknownException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static final StreamId LISTENER = streamOf(ANNA);
    private static final StreamId SHARD = CatalogShards.stream(3);

    private final TestEngine engine = new TestEngine();
    private final TestClock clock = new TestClock();
    private final CommandSide here = new CommandSide(engine, clock, CommandMemory.standard());
    private final CommandSide elsewhere = new CommandSide(engine, clock, CommandMemory.standard());

    @AfterEach
    void close() {
        here.close();
        elsewhere.close();
    }

    @Test
    void an_interaction_is_known_by_its_stream_and_name_and_carries_the_correlation() {
        play(here, "i1");
        DomainEventMessage<?> event = engine.messages(LISTENER).get(1);
        assertThat(event.getIdentifier())
                .isEqualTo(EventIds.ofCause(LISTENER.value(), "i1").toString());
        assertThat(event.getMetaData()).containsEntry(RecordedEvent.CORRELATION_ID, "corr-1");
        assertThat(event.getTimestamp()).isEqualTo(TestClock.START);
        assertThat(event.getType()).isEqualTo("listener");
    }

    @Test
    void an_event_caused_by_a_command_keeps_its_id_when_the_command_is_tried_again() {
        engine.beforeNextAppend(() -> publish(elsewhere, aCard("x")));
        publish(here, aCard("a"), aCard("b"));
        assertThat(engine.tried).hasSize(3);
        assertThat(engine.tried.get(1)).doesNotHaveDuplicates().hasSize(2).isEqualTo(engine.tried.get(2));
    }

    @Test
    void two_commands_give_their_events_different_ids() {
        publish(here, aCard("a", "one"));
        publish(here, aCard("a", "two"));
        publish(here, aCard("a", "one"));
        assertThat(engine.messages(SHARD))
                .extracting(DomainEventMessage::getIdentifier)
                .doesNotHaveDuplicates();
    }

    @Test
    void times_never_go_back_within_a_stream() {
        play(here, "i1");
        clock.move(Duration.ofHours(-1));
        play(here, "i2");
        play(elsewhere, "i3");
        assertThat(engine.messages(LISTENER))
                .extracting(DomainEventMessage::getTimestamp)
                .containsOnly(TestClock.START);
        clock.move(Duration.ofHours(2));
        play(here, "i4");
        assertThat(engine.messages(LISTENER).get(4).getTimestamp()).isAfter(TestClock.START);
    }

    @Test
    void the_second_command_on_a_stream_reads_nothing() {
        play(here, "i1");
        int reads = engine.streamReads.get() + engine.snapshotReads.get() + engine.headReads.get();
        play(here, "i2");
        assertThat(engine.streamReads.get() + engine.snapshotReads.get() + engine.headReads.get())
                .isEqualTo(reads);
        assertThat(engine.messages(LISTENER)).hasSize(3);
    }

    @Test
    void a_conflict_is_tried_again_and_both_are_recorded() {
        play(here, "i1");
        play(elsewhere, "i2");
        assertThat(play(here, "i3")).isEqualTo(new Recorded(3, 1, 0));
        assertThat(here.statistics().conflicts()).isEqualTo(1);
        assertThat(engine.events(LISTENER).stream().filter(InteractionRecorded.class::isInstance))
                .containsExactly(aPlay("i1", "c1"), aPlay("i2", "c1"), aPlay("i3", "c1"));
    }

    @Test
    void two_who_register_the_same_listener_at_once_register_it_once() {
        engine.beforeNextAppend(() -> play(elsewhere, "i1"));
        assertThat(play(here, "i2")).isEqualTo(new Recorded(2, 1, 0));
        assertThat(engine.events(LISTENER).stream().filter(ListenerRegistered.class::isInstance))
                .hasSize(1);
    }

    @Test
    void five_conflicts_in_a_row_are_given_up_without_effect() {
        for (int i = 0; i < Commands.TRIES; i++) {
            String interaction = "e" + i;
            engine.beforeNextAppend(() -> play(elsewhere, interaction));
        }
        assertThatThrownBy(() -> play(here, "h")).isInstanceOf(StreamContendedException.class);
        assertThat(engine.events(LISTENER)).hasSize(1 + Commands.TRIES).doesNotContain(aPlay("h", "c1"));
        assertThat(play(here, "h")).isEqualTo(new Recorded(1 + Commands.TRIES, 1, 0));
    }

    @Test
    void four_conflicts_in_a_row_are_not_given_up() {
        for (int i = 1; i < Commands.TRIES; i++) {
            String interaction = "e" + i;
            engine.beforeNextAppend(() -> play(elsewhere, interaction));
        }
        assertThat(play(here, "h")).isEqualTo(new Recorded(Commands.TRIES, 1, 0));
    }

    @Test
    void a_duplicate_is_answered_with_the_head_of_the_store_not_of_memory() {
        play(here, "i1");
        play(elsewhere, "i2", "i3");
        assertThat(play(here, "i1")).isEqualTo(new Recorded(3, 0, 1));
    }

    @Test
    void a_duplicate_costs_one_look_at_the_head() {
        play(here, "i1");
        int reads = engine.streamReads.get();
        play(here, "i1");
        assertThat(engine.streamReads).hasValue(reads);
        assertThat(engine.headReads).hasValue(1);
    }

    @Test
    void a_card_that_another_process_changed_meanwhile_is_changed_back() {
        assertThat(publish(here, aCard("a", "one"))).containsExactly(true);
        assertThat(publish(elsewhere, aCard("a", "two"))).containsExactly(true);
        assertThat(publish(here, aCard("a", "one"))).containsExactly(true);
        assertThat(publish(here, aCard("a", "one"))).containsExactly(false);
    }

    @Test
    void settings_that_another_process_changed_meanwhile_are_changed_back() {
        ListenerSettings swedish = new ListenerSettings(Tier.FREE, "SE", null, true);
        assertThat(change(here, swedish)).isEqualTo(new SettingsAnswer(true, true, 0));
        assertThat(change(elsewhere, ListenerSettings.defaults())).isEqualTo(new SettingsAnswer(false, true, 1));
        assertThat(change(here, swedish)).isEqualTo(new SettingsAnswer(false, true, 2));
        assertThat(change(here, swedish)).isEqualTo(new SettingsAnswer(false, false, 2));
    }

    @Test
    void a_card_that_another_process_published_can_be_retired() {
        publish(here, aCard("a"));
        publish(elsewhere, aCard("b"));
        assertThat(here.commands().<Retirement>send(new RetireCard(SHARD, new CardId("b")), "corr-1"))
                .isEqualTo(Retirement.RETIRED);
    }

    @Test
    void a_conflict_on_a_shard_reads_only_what_came_after() {
        publish(here, aCard("a"), aCard("b"), aCard("c"));
        publish(elsewhere, aCard("d"));
        int read = engine.eventsRead.get();
        publish(here, aCard("a", "new"), aCard("e"));
        assertThat(engine.eventsRead.get() - read).isEqualTo(1);
        assertThat(publish(here, aCard("d"), aCard("e"), aCard("a", "new"))).containsExactly(false, false, false);
    }

    @Test
    void what_a_failed_append_would_have_published_is_not_taken_for_published() {
        publish(here, aCard("a", "one"));
        engine.beforeNextAppend(() -> {
            throw new IllegalStateException("the store is away");
        });
        assertThatThrownBy(() -> publish(here, aCard("a", "two"), aCard("b")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the store is away");
        assertThat(publish(here, aCard("a", "one"))).containsExactly(false);
        assertThat(publish(here, aCard("a", "two"), aCard("b"))).containsExactly(true, true);
    }

    @Test
    void an_unknown_outcome_names_its_command_and_the_same_request_again_finds_the_truth() {
        play(here, "i1");
        OutcomeUnknownException unknown = new OutcomeUnknownException("no answer", null);
        engine.failAfterNextAppend(unknown);
        assertThatThrownBy(() -> play(here, "i2"))
                .isInstanceOfSatisfying(
                        OutcomeUnknownException.class,
                        thrown -> assertThat(thrown.commandId()).isPresent())
                .hasCause(unknown);
        assertThat(play(here, "i2")).isEqualTo(new Recorded(2, 0, 1));
    }

    @Test
    void a_refused_request_leaves_nothing_behind() {
        play(here, "i1");
        RecordingAnswer answer = here.commands()
                .send(
                        new RecordInteractions(
                                LISTENER,
                                ANNA,
                                List.of(candidate(aPlay("i2", "c1")), candidate(aPlay("i1", "c2"))),
                                List.of()),
                        "corr-1");
        assertThat(answer).isInstanceOf(RecordingAnswer.Refused.class);
        assertThat(play(here, "i2")).isEqualTo(new Recorded(2, 1, 0));
    }

    private static RecordingAnswer play(CommandSide side, String... interactions) {
        return side.commands()
                .send(
                        new RecordInteractions(
                                LISTENER,
                                ANNA,
                                Arrays.stream(interactions)
                                        .map(id -> candidate(aPlay(id, "c1")))
                                        .toList(),
                                List.of()),
                        "corr-1");
    }

    private static List<Boolean> publish(CommandSide side, Card... cards) {
        return side.commands().send(new PublishCards(SHARD, List.of(cards)), "corr-1");
    }

    private static SettingsAnswer change(CommandSide side, ListenerSettings settings) {
        return side.commands().send(new ChangeSettings(LISTENER, ANNA, settings), "corr-1");
    }
}
