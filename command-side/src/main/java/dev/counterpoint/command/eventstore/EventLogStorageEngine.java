package dev.counterpoint.command.eventstore;

import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.domain.event.EventSkipped;
import dev.counterpoint.domain.event.SkippedEvents;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.AppendRefusedException;
import dev.counterpoint.domain.eventlog.BrokenSequenceException;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.RepeatedEventIdException;
import dev.counterpoint.domain.eventlog.StaleVersionException;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.identity.Identifiers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event storage over an event log. An append holds events of one stream only, following each other and the stream's head without
 * gaps. Where the stream has moved on, that is Axon's {@link ConcurrencyException}: load the aggregate again. An append whose sequences or ids
 * contradict each other fails as Axon has it ({@link #handlePersistenceException}). Other refusals are {@link AppendRefusedException}s as they
 * are.
 *
 * <p>There is no order between streams, so there are no tracking tokens: consumers read the events where they are published.
 */
public class EventLogStorageEngine extends BatchingEventStorageEngine {
    private final EventLog log;
    private final Snapshots snapshots;
    private final ContentProtection protection;
    private final SkippedEvents skipped;
    private final Publication publication;
    private final EventUpcaster upcasters;
    private final Serializer decoded = new DecodedForm();

    protected EventLogStorageEngine(Builder builder) {
        super(builder);
        this.log = Objects.requireNonNull(builder.log, "an event log");
        this.snapshots = Objects.requireNonNull(builder.snapshots, "a place for snapshots");
        this.protection = Objects.requireNonNull(builder.protection, "how content is protected");
        this.skipped = builder.skipped;
        this.publication = builder.publication;
        this.upcasters = builder.upcasters();
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        try {
            append(new MessageAppend(serializer, protection).of(events));
        } catch (StaleVersionException moved) {
            throw new ConcurrencyException(moved.getMessage(), moved);
        } catch (BrokenSequenceException | RepeatedEventIdException contradictory) {
            handlePersistenceException(contradictory, events.get(0));
        }
    }

    private void append(Append append) {
        publication.announce(append.stream(), append.expectedVersion());
        publication.committed(written(append));
    }

    private List<StoredEvent> written(Append append) {
        try {
            return log.append(append);
        } catch (AppendRefusedException refused) {
            publication.refused(append.stream(), append.expectedVersion());
            throw refused;
        } catch (RuntimeException unsettled) {
            publication.unknown(append.stream(), append.expectedVersion());
            throw unsettled;
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                readEventData(aggregateIdentifier, firstSequenceNumber), decoded, upcasters);
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        if (!Identifiers.isValid(aggregateIdentifier)) {
            return List.of();
        }
        StreamId stream = new StreamId(aggregateIdentifier);
        return log.read(stream, firstSequenceNumber, batchSize).stream()
                .map(this::entry)
                .toList();
    }

    private EventEntry entry(StoredEvent stored) {
        if (skipped.contains(stored.eventId())) {
            return new EventEntry(stored, new EventSkipped(), aggregateType(stored.stream()));
        }
        EncodedEvent content = protection.open(stored.stream(), stored.eventId(), stored.intactContent());
        SimpleSerializedType type = new SimpleSerializedType(content.type(), Revisions.text(content.revision()));
        Object payload =
                getEventSerializer().deserialize(new SimpleSerializedObject<>(content.payload(), byte[].class, type));
        return new EventEntry(stored, payload, aggregateType(stored.stream()));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        long head = log.head(new StreamId(aggregateIdentifier)).sequence();
        return head < 0 ? Optional.empty() : Optional.of(head);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(SnapshotEntry.toStore(snapshot, serializer).protectedBy(protection));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return snapshots.of(new StreamId(aggregateIdentifier)).stream()
                .flatMap(stored -> stored.openedBy(protection).stream())
                .map(stored -> new SnapshotEntry(stored, aggregateType(stored.stream())));
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        throw new UnsupportedOperationException("there is no order between streams: read the published events");
    }

    private static String aggregateType(StreamId stream) {
        return stream.isListener() ? "listener" : "catalog";
    }

    /** Makes engines. Log, snapshots and the protection of content are required, and how events and snapshots are serialized; the publication is not. */
    public static class Builder extends BatchingEventStorageEngine.Builder {
        /** Snapshots are taken so often that one read loads the events after the last one. */
        private static final int BATCH_SIZE = 500;

        private static final PersistenceExceptionResolver ANY_IS_A_CONFLICT = refused -> true;

        private @Nullable EventLog log;
        private @Nullable Snapshots snapshots;
        private @Nullable ContentProtection protection;
        private SkippedEvents skipped = new SkippedEvents();
        private Publication publication = Publication.none();

        protected Builder() {
            batchSize(BATCH_SIZE);
            persistenceExceptionResolver(ANY_IS_A_CONFLICT);
        }

        public Builder log(EventLog log) {
            this.log = log;
            return this;
        }

        public Builder snapshots(Snapshots snapshots) {
            this.snapshots = snapshots;
            return this;
        }

        public Builder protection(ContentProtection protection) {
            this.protection = protection;
            return this;
        }

        /** Events that are read as {@link EventSkipped}; none where this is not called. */
        public Builder skipped(SkippedEvents skipped) {
            this.skipped = skipped;
            return this;
        }

        public Builder publication(Publication publication) {
            this.publication = publication;
            return this;
        }

        /** Writes and reads events by the platform's own codec. */
        public Builder codec(EventCodec codec) {
            eventSerializer(new CodecSerializer(codec));
            return this;
        }

        @Override
        public Builder snapshotSerializer(Serializer snapshotSerializer) {
            super.snapshotSerializer(new SnapshotForm(snapshotSerializer));
            return this;
        }

        @Override
        public Builder snapshotFilter(SnapshotFilter snapshotFilter) {
            super.snapshotFilter(snapshotFilter);
            return this;
        }

        @Override
        public Builder batchSize(int batchSize) {
            super.batchSize(batchSize);
            return this;
        }

        private EventUpcaster upcasters() {
            return upcasterChain;
        }

        public EventLogStorageEngine build() {
            return new EventLogStorageEngine(this);
        }
    }
}
