package dev.counterpoint.contracts.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.command.eventstore.EventLogStorageEngine;
import dev.counterpoint.command.eventstore.Snapshots;
import dev.counterpoint.command.eventstore.StoredSnapshot;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.InMemoryContentKeys;
import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.event.UnreadableEventException;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.AppendTooLargeException;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.EventMetadata;
import dev.counterpoint.domain.eventlog.EventTooLargeException;
import dev.counterpoint.domain.eventlog.NewEvent;
import dev.counterpoint.domain.eventlog.SeveralStreamsException;
import dev.counterpoint.domain.eventlog.StreamSealedException;
import dev.counterpoint.domain.eventlog.TooManyEventsException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Axon's event storage promises over an event log and a keeper of snapshots, in production's strict form. */
public abstract class EventStoreContract {
    private EventLog log;
    private Snapshots snapshots;
    private EventLogStorageEngine engine;
    private String stream;

    protected abstract EventLog log();

    protected abstract Snapshots snapshots();

    @BeforeEach
    void openAFreshStream() {
        log = log();
        snapshots = snapshots();
        engine = EventLogStorageEngine.builder()
                .codec(new NotedCodec())
                .protection(new ContentProtection(new InMemoryContentKeys()))
                .snapshotSerializer(stateSerializer())
                .log(log)
                .snapshots(snapshots)
                .build();
        stream = Appends.freshStream().value();
    }

    private static Serializer stateSerializer() {
        return Jackson3Serializer.builder().build();
    }

    @Test
    void messages_come_back_with_payload_metadata_id_and_place() {
        DomainEventMessage<?> first = message(0).andMetaData(Map.of("correlationId", "c-1"));
        DomainEventMessage<?> second = message(1);

        engine.appendEvents(first, second);

        List<? extends DomainEventMessage<?>> read = read(0);
        assertThat(read).hasSize(2);
        assertThat(read.get(0).getIdentifier()).isEqualTo(first.getIdentifier());
        assertThat(read.get(0).getPayload()).isEqualTo(first.getPayload());
        assertThat(read.get(0).getPayloadType()).isEqualTo(Noted.class);
        assertThat(read.get(0).getMetaData()).isEqualTo(MetaData.with("correlationId", "c-1"));
        assertThat(read.get(0).getAggregateIdentifier()).isEqualTo(stream);
        assertThat(read.get(0).getSequenceNumber()).isZero();
        assertThat(read.get(1).getSequenceNumber()).isEqualTo(1);
    }

    @Test
    void reading_goes_on_page_after_page() {
        EventStorageEngine smallPages = EventLogStorageEngine.builder()
                .codec(new NotedCodec())
                .protection(new ContentProtection(new InMemoryContentKeys()))
                .snapshotSerializer(stateSerializer())
                .log(log)
                .snapshots(snapshots)
                .batchSize(3)
                .build();
        IntStream.range(0, 10).forEach(i -> engine.appendEvents(message(i)));

        assertThat(smallPages.readEvents(stream, 2).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void a_stream_that_moved_on_is_axons_conflict() {
        engine.appendEvents(message(0), message(1));

        for (long taken : new long[] {0, 1, 7}) {
            assertThatThrownBy(() -> engine.appendEvents(message(taken))).isInstanceOf(ConcurrencyException.class);
        }
        assertThat(read(0)).hasSize(2);
    }

    @Test
    void an_append_that_contradicts_itself_fails_as_axon_has_it() {
        DomainEventMessage<?> event = message(0);

        assertThatThrownBy(() -> engine.appendEvents(event, event))
                .isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(() -> engine.appendEvents(message(0), message(2)))
                .isInstanceOf(AggregateStreamCreationException.class);
        assertThatThrownBy(() -> engine.appendEvents(message(1), message(1))).isInstanceOf(ConcurrencyException.class);
        assertThat(read(0)).isEmpty();
    }

    @Test
    void the_same_messages_again_change_nothing() {
        DomainEventMessage<?> event = message(0);
        engine.appendEvents(event);

        engine.appendEvents(event);

        assertThat(read(0)).hasSize(1);
    }

    @Test
    void messages_of_two_streams_are_refused() {
        DomainEventMessage<?> other = new GenericDomainEventMessage<>("test", stream + "-other", 0, new Noted("x"));

        assertThatThrownBy(() -> engine.appendEvents(message(0), other)).isInstanceOf(SeveralStreamsException.class);
        assertThat(read(0)).isEmpty();
    }

    @Test
    void a_message_that_belongs_to_no_stream_is_refused() {
        assertThatThrownBy(() -> engine.appendEvents(new GenericEventMessage<>(new Noted("x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only events of a stream");
    }

    @Test
    void a_message_whose_id_is_no_uuid_is_refused() {
        DomainEventMessage<?> odd = new GenericDomainEventMessage<>(
                "test", stream, 0, new Noted("x"), MetaData.emptyInstance(), "not-a-uuid", Appends.MORNING);

        assertThatThrownBy(() -> engine.appendEvents(odd)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void metadata_that_is_not_text_is_refused() {
        DomainEventMessage<?> odd = message(0).andMetaData(Map.of("attempt", 3));

        assertThatThrownBy(() -> engine.appendEvents(odd))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"attempt\"");
    }

    @Test
    void an_append_at_the_limits_is_taken_and_one_beyond_refused_and_not_written() {
        engine.appendEvents(messages(0, Append.MAX_EVENTS));

        assertThatThrownBy(() -> engine.appendEvents(messages(Append.MAX_EVENTS, Append.MAX_EVENTS + 1)))
                .isInstanceOf(TooManyEventsException.class);
        assertThat(read(0)).hasSize(Append.MAX_EVENTS);
    }

    @Test
    void an_event_or_an_append_over_the_largest_size_is_refused_and_not_written() {
        int room = Append.MAX_BYTES - EventMetadata.of(Map.of()).bytes().length;
        engine.appendEvents(message(0, "x".repeat(room)));

        assertThatThrownBy(() -> engine.appendEvents(message(1, "x".repeat(room + 1))))
                .isInstanceOf(EventTooLargeException.class);
        assertThatThrownBy(() -> engine.appendEvents(message(1, "x".repeat(room)), message(2, "")))
                .isInstanceOf(AppendTooLargeException.class);
        assertThat(read(0)).hasSize(1);
    }

    @Test
    void a_sealed_stream_is_told_apart_from_a_conflict() {
        engine.appendEvents(message(0));
        log.seal(new StreamId(stream));

        assertThatThrownBy(() -> engine.appendEvents(message(1))).isInstanceOf(StreamSealedException.class);
    }

    @Test
    void an_event_of_unknown_type_or_revision_stops_the_reader() {
        for (EncodedEvent unknown :
                List.of(new EncodedEvent("unheard", 1, new byte[1]), new EncodedEvent("noted", 9, new byte[1]))) {
            StreamId other = Appends.freshStream();
            NewEvent event = new NewEvent(
                    UUID.randomUUID(), Appends.MORNING, StoredContent.NO_KEY, unknown, EventMetadata.of(Map.of()));
            log.append(new Append(other, -1, List.of(event)));

            assertThatThrownBy(() -> engine.readEvents(other.value()).asStream().toList())
                    .isInstanceOf(UnreadableEventException.class);
        }
    }

    @Test
    void the_last_sequence_is_known_without_reading_the_stream() {
        assertThat(engine.lastSequenceNumberFor(stream)).isEmpty();
        engine.appendEvents(message(0), message(1));

        assertThat(engine.lastSequenceNumberFor(stream)).contains(1L);
    }

    @Test
    void the_snapshot_of_the_highest_sequence_is_read_whenever_it_arrived() {
        for (long sequence : new long[] {3, 9, 5}) {
            engine.storeSnapshot(snapshot(sequence, "state at " + sequence));
        }

        DomainEventMessage<?> snapshot = engine.readSnapshot(stream).orElseThrow();
        assertThat(snapshot.getSequenceNumber()).isEqualTo(9);
        assertThat(snapshot.getPayload()).isEqualTo("state at 9");
        assertThat(engine.readSnapshot(stream + "-other")).isEmpty();
    }

    @Test
    void a_snapshot_that_cannot_be_read_says_so() {
        EncodedEvent broken = new EncodedEvent(String.class.getName(), 0, new byte[] {'{'});
        snapshots.store(new StoredSnapshot(new StreamId(stream), 3, Appends.MORNING, broken));

        assertThatThrownBy(() -> engine.readSnapshot(stream).orElseThrow().getPayload())
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void snapshots_come_back_without_metadata() {
        engine.storeSnapshot(snapshot(3, "state").andMetaData(Map.of("gone", "yes")));

        assertThat(engine.readSnapshot(stream).orElseThrow().getMetaData()).isEmpty();
    }

    @Test
    void there_is_no_order_between_streams_and_none_is_pretended() {
        assertThatThrownBy(() -> engine.readEvents(null, false).findFirst())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("no order between streams");
    }

    private List<? extends DomainEventMessage<?>> read(long firstSequence) {
        return engine.readEvents(stream, firstSequence).asStream().toList();
    }

    private DomainEventMessage<?> message(long sequence) {
        return message(sequence, "note " + sequence);
    }

    private DomainEventMessage<?> message(long sequence, String text) {
        return new GenericDomainEventMessage<>("test", stream, sequence, new Noted(text));
    }

    private DomainEventMessage<?> snapshot(long sequence, String state) {
        return new GenericDomainEventMessage<>("test", stream, sequence, state);
    }

    private List<? extends DomainEventMessage<?>> messages(long firstSequence, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> message(firstSequence + i))
                .toList();
    }
}
