package dev.counterpoint.command.stream;

import static dev.counterpoint.command.Samples.ANNA;
import static dev.counterpoint.command.Samples.aPlay;
import static dev.counterpoint.command.Samples.candidate;
import static dev.counterpoint.command.Samples.streamOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.command.CommandMemory;
import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.TestClock;
import dev.counterpoint.command.eventstore.EventLogStorageEngine;
import dev.counterpoint.command.eventstore.InMemorySnapshots;
import dev.counterpoint.command.listener.RecordInteractions;
import dev.counterpoint.command.listener.RecordingAnswer;
import dev.counterpoint.command.listener.RecordingAnswer.Recorded;
import dev.counterpoint.command.listener.RecordingAnswer.Refused;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.encryption.InMemoryContentKeys;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.ForwardingEventLog;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;
import dev.counterpoint.domain.eventlog.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes that both decided to record an interaction before either had appended it. */
class RacingContentsTest {
    private static final StreamId LISTENER = streamOf(ANNA);

    private final EventLog log = new InMemoryEventLog();
    private final EventCodec codec = new NumberingCodec();
    private final ContentProtection protection = new ContentProtection(new InMemoryContentKeys());

    @BeforeEach
    void registerTheListener() {
        record(sideOver(log), "i0", "c0", "corr-0");
    }

    @Test
    void the_same_interaction_with_other_content_is_recorded_once_and_the_loser_is_told() {
        RecordingAnswer second = answerOfOneOvertakenBy(() -> record(sideOver(log), "i1", "c1", "corr-1"), "i1", "c2");

        assertThat(second).isInstanceOf(Refused.class);
        assertThat(events()).hasSize(3).contains(aPlay("i1", "c1"));
    }

    @Test
    void the_same_interaction_is_recorded_once_and_the_loser_is_told_that_it_was_there() {
        RecordingAnswer second = answerOfOneOvertakenBy(() -> record(sideOver(log), "i1", "c1", "corr-1"), "i1", "c1");

        assertThat(second).isEqualTo(new Recorded(2, 0, 1));
        assertThat(events()).hasSize(3).contains(aPlay("i1", "c1"));
    }

    /** What a process is answered whose append comes just after that of another one. */
    private RecordingAnswer answerOfOneOvertakenBy(Runnable other, String interaction, String card) {
        return record(sideOver(new OvertakenLog(log, other)), interaction, card, "corr-2");
    }

    private List<DomainEvent> events() {
        return log.read(LISTENER, 0, 100).stream()
                .map(stored ->
                        stored.decoded(new EventContents(codec, protection)).event())
                .toList();
    }

    private static RecordingAnswer record(CommandSide side, String interaction, String card, String correlationId) {
        try (side) {
            return side.commands()
                    .send(
                            new RecordInteractions(
                                    LISTENER, ANNA, List.of(candidate(aPlay(interaction, card))), List.of()),
                            correlationId);
        }
    }

    private CommandSide sideOver(EventLog log) {
        EventStorageEngine engine = EventLogStorageEngine.builder()
                .log(log)
                .snapshots(new InMemorySnapshots())
                .codec(codec)
                .protection(protection)
                .snapshotSerializer(CommandSide.snapshotSerializer())
                .build();
        return new CommandSide(engine, new TestClock(), CommandMemory.standard());
    }

    /** Lets another process append just before the first append of this one. */
    private static final class OvertakenLog extends ForwardingEventLog {
        private final List<Runnable> before = new ArrayList<>();

        OvertakenLog(EventLog log, Runnable before) {
            super(log);
            this.before.add(before);
        }

        @Override
        public List<StoredEvent> append(Append append) {
            if (!before.isEmpty()) {
                // In a thread of its own, or Axon would take it for a part of this command.
                CompletableFuture.runAsync(before.remove(0)).join();
            }
            return super.append(append);
        }
    }

    /** Writes the same bytes for equal events and others for others. */
    private static final class NumberingCodec implements EventCodec {
        private final Map<String, DomainEvent> known = new ConcurrentHashMap<>();

        @Override
        public EncodedEvent encode(DomainEvent event) {
            String text = event.toString();
            known.put(text, event);
            return new EncodedEvent("any", 1, text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public DomainEvent decode(EncodedEvent encoded) {
            DomainEvent event = known.get(new String(encoded.payload(), StandardCharsets.UTF_8));
            if (event == null) {
                throw new IllegalArgumentException("never encoded: " + encoded);
            }
            return event;
        }
    }
}
