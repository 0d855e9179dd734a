package dev.counterpoint.training.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListenerPlaysTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    private final List<RecordedEvent> events = new ArrayList<>();

    private void did(InteractionType type, String card) {
        Instant at = BEGIN.plusSeconds(events.size());
        events.add(new RecordedEvent(
                StreamId.ofListener("somebody"),
                events.size(),
                new UUID(0, events.size()),
                at,
                new InteractionRecorded(
                        new InteractionId("i" + events.size()),
                        type,
                        new CardFacts(new CardId(card), CardKind.TRACK, List.of(), List.of()),
                        at,
                        null,
                        null),
                Map.of()));
    }

    private ListenerPlays plays() {
        return ListenerPlays.of(events, BEGIN, BEGIN.plusSeconds(events.size()));
    }

    private List<String> cards(ListenerPlays plays) {
        return plays.cards().stream().map(CardId::value).toList();
    }

    @Test
    void what_was_played_completed_or_saved_counts_and_the_last_card_comes_first() {
        did(InteractionType.PLAY, "a");
        did(InteractionType.SAVE, "b");
        did(InteractionType.COMPLETE, "c");
        did(InteractionType.IMPRESSION, "d");
        did(InteractionType.CLICK, "d");
        did(InteractionType.SKIP, "d");
        did(InteractionType.PLAY, "a");

        assertThat(cards(plays())).containsExactly("a", "c", "b");
        assertThat(plays().weights()[0]).isCloseTo((float) (1 + Math.log(2)), within(1e-6f));
        assertThat(plays().weights()[1]).isEqualTo(1);
        assertThat(plays().weights()[2]).isCloseTo((float) (1 + Math.log(2)), within(1e-6f));
    }

    @Test
    void a_card_that_was_dismissed_after_it_was_played_is_left_out() {
        did(InteractionType.PLAY, "a");
        did(InteractionType.PLAY, "b");
        did(InteractionType.DISMISS, "a");
        did(InteractionType.DISMISS, "c");
        did(InteractionType.PLAY, "c");

        assertThat(cards(plays())).containsExactly("c", "b");
    }

    @Test
    void what_was_recorded_outside_the_span_is_not_known() {
        did(InteractionType.PLAY, "before");
        did(InteractionType.PLAY, "first");
        did(InteractionType.PLAY, "last");
        did(InteractionType.PLAY, "after");

        assertThat(cards(ListenerPlays.of(events, BEGIN.plusSeconds(1), BEGIN.plusSeconds(3))))
                .containsExactly("last", "first");
    }

    @Test
    void nobody_decides_for_all() {
        for (int i = 0; i < 300; i++) {
            did(InteractionType.PLAY, "card-" + i);
        }
        for (int i = 0; i < 1_000; i++) {
            did(InteractionType.PLAY, "again");
        }

        assertThat(plays().cards()).hasSize(ListenerPlays.MOST_CARDS);
        assertThat(cards(plays())).startsWith("again", "card-299").endsWith("card-101");
        assertThat(plays().weights()[0]).isEqualTo(ListenerPlays.MOST_WEIGHT);
    }
}
