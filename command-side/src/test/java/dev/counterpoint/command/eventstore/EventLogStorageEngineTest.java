package dev.counterpoint.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.command.CommandSide;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.encryption.InMemoryContentKeys;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.ForwardingEventLog;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.refusal.OutcomeUnknownException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/** What is told to the publication, and when. What engines promise to Axon is in the contract of event stores. */
class EventLogStorageEngineTest {
    private static final StreamId STREAM = new StreamId("l-1");

    private final List<String> told = new ArrayList<>();
    private final List<StoredEvent> committed = new ArrayList<>();
    private final TellingLog log = new TellingLog();
    private final ContentProtection protection = new ContentProtection(new InMemoryContentKeys());
    private final EventLogStorageEngine engine = EventLogStorageEngine.builder()
            .codec(new SaidCodec())
            .protection(protection)
            .snapshotSerializer(CommandSide.snapshotSerializer())
            .log(log)
            .snapshots(new InMemorySnapshots())
            .publication(new TellingPublication())
            .build();

    @Test
    void an_append_is_announced_before_and_handed_on_after() {
        engine.appendEvents(said(0, "a"), said(1, "b"));

        assertThat(told).containsExactly("announce l-1 -1", "append", "committed");
        EventContents contents = new EventContents(new SaidCodec(), protection);
        assertThat(committed)
                .extracting(event -> event.decoded(contents).event())
                .containsExactly(new Said("a"), new Said("b"));
        assertThat(committed).extracting(StoredEvent::sequence).containsExactly(0L, 1L);
    }

    @Test
    void what_is_handed_on_is_what_stands_in_the_log() {
        engine.appendEvents(said(0, "a"));
        DomainEventMessage<?> ofASlowClock = new GenericDomainEventMessage<>(
                "test",
                STREAM.value(),
                1,
                new Said("b"),
                Map.of("correlationId", "c"),
                said(1, "").getIdentifier(),
                Instant.EPOCH);

        engine.appendEvents(ofASlowClock);

        StoredEvent second = committed.get(1);
        assertThat(second.recordedAt()).isEqualTo(committed.get(0).recordedAt());
        assertThat(second).isEqualTo(log.read(STREAM, 1, 1).get(0));
    }

    @Test
    void a_refused_append_is_called_off() {
        assertThatThrownBy(() -> engine.appendEvents(said(5, "a"))).isInstanceOf(ConcurrencyException.class);

        assertThat(told).containsExactly("announce l-1 4", "append", "refused l-1 4");
    }

    @Test
    void an_append_of_unknown_outcome_is_reported_as_that() {
        log.failure = new OutcomeUnknownException("who knows", null);

        assertThatThrownBy(() -> engine.appendEvents(said(0, "a"))).isSameAs(log.failure);

        assertThat(told).containsExactly("announce l-1 -1", "append", "unknown l-1 -1");
    }

    @Test
    void any_other_failure_of_the_log_counts_as_unknown() {
        log.failure = new IllegalStateException("bug");

        assertThatThrownBy(() -> engine.appendEvents(said(0, "a"))).isSameAs(log.failure);

        assertThat(told).endsWith("unknown l-1 -1");
    }

    @Test
    void an_append_that_cannot_be_made_is_not_announced() {
        DomainEventMessage<?> event = said(0, "a");

        assertThatThrownBy(() -> engine.appendEvents(event, said(2, "c"))).isInstanceOf(RuntimeException.class);

        assertThat(told).isEmpty();
    }

    private static DomainEventMessage<?> said(long sequence, String words) {
        return new GenericDomainEventMessage<>("test", STREAM.value(), sequence, new Said(words));
    }

    private record Said(String words) implements DomainEvent {}

    private static final class SaidCodec implements EventCodec {
        @Override
        public EncodedEvent encode(DomainEvent event) {
            return new EncodedEvent("said", 1, ((Said) event).words().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public DomainEvent decode(EncodedEvent encoded) {
            return new Said(new String(encoded.payload(), StandardCharsets.UTF_8));
        }
    }

    private final class TellingPublication implements Publication {
        @Override
        public void announce(StreamId stream, long expectedVersion) {
            told.add("announce " + stream + " " + expectedVersion);
        }

        @Override
        public void committed(List<StoredEvent> events) {
            told.add("committed");
            committed.addAll(events);
        }

        @Override
        public void refused(StreamId stream, long expectedVersion) {
            told.add("refused " + stream + " " + expectedVersion);
        }

        @Override
        public void unknown(StreamId stream, long expectedVersion) {
            told.add("unknown " + stream + " " + expectedVersion);
        }
    }

    private final class TellingLog extends ForwardingEventLog {
        private RuntimeException failure;

        TellingLog() {
            super(new InMemoryEventLog());
        }

        @Override
        public List<StoredEvent> append(Append append) {
            told.add("append");
            if (failure != null) {
                throw failure;
            }
            return super.append(append);
        }
    }
}
