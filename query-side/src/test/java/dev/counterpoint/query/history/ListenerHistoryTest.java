package dev.counterpoint.query.history;

import static dev.counterpoint.query.SmallPlatform.listener;
import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.Attribution;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerRegistered;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.query.InMemoryHistory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListenerHistoryTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final StreamId STREAM = listener("anna");
    private static final DecisionId DECISION = new DecisionId("this-one");

    private final InMemoryHistory recorded = new InMemoryHistory();
    private final ListenerHistory history = new ListenerHistory(recorded);

    @Test
    void listener_isNamedByTheirRegistration_andByNothingElse() {
        assertThat(history.listenerOf(STREAM)).isEmpty();

        recorded.append(STREAM, NOW, new ListenerRegistered(new ListenerId("anna"), ListenerSettings.defaults()));
        play(null);

        assertThat(history.listenerOf(STREAM)).contains(new ListenerId("anna"));
    }

    @Test
    void creditedInteractions_areFoundAmongMany_afterASequenceOnly() {
        play(DECISION);
        for (int i = 0; i < 1_200; i++) {
            play(i % 400 == 7 ? DECISION : i % 3 == 0 ? new DecisionId("another") : null);
        }

        assertThat(history.creditedTo(DECISION, STREAM, 0))
                .extracting(RecordedEvent::sequence)
                .containsExactly(8L, 408L, 808L);
        assertThat(history.creditedTo(DECISION, STREAM, -1)).hasSize(4);
        assertThat(history.creditedTo(new DecisionId("never"), STREAM, -1)).isEmpty();
    }

    private void play(@Nullable DecisionId decision) {
        recorded.append(
                STREAM,
                NOW,
                new InteractionRecorded(
                        new InteractionId("i"),
                        InteractionType.PLAY,
                        new CardFacts(new CardId("card"), CardKind.TRACK, List.of(), List.of()),
                        NOW,
                        null,
                        decision == null ? null : new Attribution(decision, ShelfKey.parse("tag:jazz"), 0, 1)));
    }
}
