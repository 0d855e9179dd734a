package dev.counterpoint.infra.server.faults;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.eventstore.EventLogStorageEngine;
import dev.counterpoint.command.eventstore.Publication;
import dev.counterpoint.command.eventstore.Snapshots;
import dev.counterpoint.command.eventstore.StoredSnapshot;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.MasterKeys;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.EventPublisher;
import dev.counterpoint.domain.eventlog.ForwardingEventLog;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.refusal.OutcomeUnknownException;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.cassandra.publication.IntentPublication;
import dev.counterpoint.infra.cassandra.publication.PublicationSettings;
import dev.counterpoint.infra.cassandra.session.CassandraSettings;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.infra.cassandra.session.Sessions;
import dev.counterpoint.infra.embedded.EmbeddedCassandra;
import dev.counterpoint.infra.kafka.codec.JsonEventCodec;
import dev.counterpoint.infra.kafka.publication.KafkaEventPublisher;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Axon's engine on the real store with its publication to a real Kafka, as the server wires it, with somebody who watches every step. */
final class WatchedStore implements AutoCloseable {
    static final String KEYSPACE = "crashes";
    static final String TOPIC = "crashes.events";

    private final CrashPoint.Watch watch;
    private final CassandraStores stores;
    private final CqlSession session;
    private final KafkaEventPublisher kafka;
    private final IntentPublication publication;
    private final EventStorageEngine engine;
    private final Snapshots snapshots;
    private volatile boolean isUnknown;

    WatchedStore(int cassandraPort, String kafkaAddress, PublicationSettings settings, CrashPoint.Watch watch) {
        this.watch = watch;
        CassandraSettings cassandra = CassandraSettings.ofSingleNode(
                new InetSocketAddress("127.0.0.1", cassandraPort), EmbeddedCassandra.DATACENTER, KEYSPACE);
        this.stores = CassandraStores.open(cassandra);
        ContentProtection protection =
                new ContentProtection(stores.contentKeys(new MasterKeys("m", Map.of("m", new byte[32]))));
        this.kafka = new KafkaEventPublisher(kafkaAddress, TOPIC);
        this.session = Sessions.open(cassandra);
        this.publication = new IntentPublication(
                new Cql(session),
                stores.leases(),
                stores.eventLog(),
                new WatchedPublisher(),
                settings,
                Clock.systemUTC());
        this.snapshots = new WatchedSnapshots(stores.snapshots());
        this.engine = EventLogStorageEngine.builder()
                .log(new WatchedLog(stores.eventLog()))
                .snapshots(snapshots)
                .codec(JsonEventCodec.ofAllEvents())
                .protection(protection)
                .snapshotSerializer(CommandSide.snapshotSerializer())
                .publication(new WatchedPublication())
                .build();
    }

    EventStorageEngine engine() {
        return engine;
    }

    EventLog log() {
        return stores.eventLog();
    }

    Snapshots snapshots() {
        return snapshots;
    }

    /** The next append takes effect, and its caller is told that nobody knows. */
    void makeNextOutcomeUnknown() {
        isUnknown = true;
    }

    long outstanding() {
        return publication.figures().outstanding();
    }

    @Override
    public void close() {
        publication.close();
        kafka.close();
        session.close();
        stores.close();
    }

    private final class WatchedLog extends ForwardingEventLog {
        WatchedLog(EventLog log) {
            super(log);
        }

        @Override
        public List<StoredEvent> append(Append append) {
            watch.reached(CrashPoint.AFTER_INTENT);
            List<StoredEvent> stored = super.append(append);
            if (isUnknown) {
                isUnknown = false;
                throw new OutcomeUnknownException("the answer was lost", null);
            }
            watch.reached(CrashPoint.AFTER_APPEND);
            return stored;
        }
    }

    private final class WatchedPublication implements Publication {
        @Override
        public void announce(StreamId stream, long expectedVersion) {
            publication.announce(stream, expectedVersion);
        }

        @Override
        public void committed(List<StoredEvent> events) {
            publication.committed(events);
        }

        @Override
        public void refused(StreamId stream, long expectedVersion) {
            publication.refused(stream, expectedVersion);
        }

        @Override
        public void unknown(StreamId stream, long expectedVersion) {
            watch.reached(CrashPoint.AFTER_UNKNOWN);
            publication.unknown(stream, expectedVersion);
        }
    }

    private final class WatchedPublisher implements EventPublisher {
        @Override
        public CompletionStage<Void> publish(List<StoredEvent> events) {
            watch.reached(CrashPoint.DURING_SWEEP);
            return kafka.publish(events).thenRun(() -> watch.reached(CrashPoint.AFTER_SEND));
        }
    }

    private final class WatchedSnapshots implements Snapshots {
        private final Snapshots snapshots;

        WatchedSnapshots(Snapshots snapshots) {
            this.snapshots = snapshots;
        }

        @Override
        public void store(StoredSnapshot snapshot) {
            watch.reached(CrashPoint.BEFORE_SNAPSHOT);
            snapshots.store(snapshot);
        }

        @Override
        public List<StoredSnapshot> of(StreamId stream) {
            return snapshots.of(stream);
        }

        @Override
        public void forget(StreamId stream) {
            snapshots.forget(stream);
        }
    }
}
