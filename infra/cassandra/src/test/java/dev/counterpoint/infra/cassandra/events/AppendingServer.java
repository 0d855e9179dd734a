package dev.counterpoint.infra.cassandra.events;

import dev.counterpoint.contracts.eventstore.Noted;
import dev.counterpoint.contracts.eventstore.NotedCodec;
import dev.counterpoint.contracts.faults.Operation;
import dev.counterpoint.contracts.faults.Outcome;
import dev.counterpoint.contracts.faults.Recorder;
import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.AppendRefusedException;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.EventMetadata;
import dev.counterpoint.domain.eventlog.EventPublisher;
import dev.counterpoint.domain.eventlog.NewEvent;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.refusal.OutcomeUnknownException;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import dev.counterpoint.infra.cassandra.leases.CassandraLeases;
import dev.counterpoint.infra.cassandra.publication.IntentPublication;
import dev.counterpoint.infra.cassandra.publication.PublicationSettings;
import dev.counterpoint.infra.cassandra.session.CassandraSettings;
import dev.counterpoint.infra.cassandra.session.CassandraSettings.SerialConsistency;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.infra.cassandra.session.Sessions;
import dev.counterpoint.infra.embedded.EmbeddedCassandra;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** What a server does around an append, without its HTTP: a session, a log and a publication of its own, and a clock that may be wrong. */
final class AppendingServer implements AutoCloseable {
    private static final Buckets SMALL = new Buckets(16);
    private static final UntilSettled IMPATIENT = new UntilSettled(3, Duration.ofMillis(25), Duration.ofSeconds(5));
    private static final PublicationSettings QUICK =
            new PublicationSettings(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMillis(500));

    private final Recorder recorder;
    private final Duration ahead;
    private final EventLog log;
    private final IntentPublication publication;

    /** @param arrived is told which events were handed over */
    AppendingServer(int port, Duration ahead, Recorder recorder, Map<StreamId, Set<Long>> arrived) {
        this.recorder = recorder;
        this.ahead = ahead;
        Cql cql = new Cql(Sessions.open(new CassandraSettings(
                List.of(new InetSocketAddress("127.0.0.1", port)),
                EmbeddedCassandra.DATACENTER,
                "faults",
                "{'class': 'SimpleStrategy', 'replication_factor': 1}",
                SerialConsistency.SERIAL,
                Duration.ofMillis(1_500))));
        this.log = new CassandraEventLog(cql, SMALL, IMPATIENT);
        EventPublisher publisher = events -> {
            events.forEach(event -> arrived.computeIfAbsent(event.stream(), any -> ConcurrentHashMap.newKeySet())
                    .add(event.sequence()));
            return CompletableFuture.completedFuture(null);
        };
        this.publication =
                new IntentPublication(cql, new CassandraLeases(cql), log, publisher, QUICK, Clock.systemUTC());
    }

    EventLog log() {
        return log;
    }

    long outstanding() {
        return publication.figures().outstanding();
    }

    /** Appends at the end of the stream as this server sees it, once; waits before it until there is a store to see. */
    void append(StreamId stream, String intent, int events) {
        long expected = announced(stream);
        long begun = recorder.now();
        Outcome outcome = outcome(stream, expected, intent, events);
        recorder.add(new Operation(stream, intent, events, expected + 1, outcome, begun));
    }

    private long announced(StreamId stream) {
        while (true) {
            try {
                long expected = log.head(stream).sequence();
                publication.announce(stream, expected);
                return expected;
            } catch (StoreUnavailableException away) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    private Outcome outcome(StreamId stream, long expected, String intent, int events) {
        try {
            List<StoredEvent> stored = log.append(new Append(stream, expected, events(intent, events)));
            publication.committed(stored);
            return Outcome.ACKNOWLEDGED;
        } catch (AppendRefusedException refused) {
            publication.refused(stream, expected);
            return Outcome.REFUSED;
        } catch (OutcomeUnknownException | StoreUnavailableException unknown) {
            publication.unknown(stream, expected);
            return Outcome.UNKNOWN;
        }
    }

    void seal(StreamId stream) {
        while (true) {
            try {
                log.seal(stream);
                recorder.sealed(stream);
                return;
            } catch (OutcomeUnknownException | StoreUnavailableException again) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    private List<NewEvent> events(String intent, int events) {
        Instant now = Instant.now().plus(ahead);
        return IntStream.range(0, events)
                .mapToObj(i -> intent + "/" + i)
                .map(text -> new NewEvent(
                        UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)),
                        now,
                        StoredContent.NO_KEY,
                        new NotedCodec().encode(new Noted(text)),
                        EventMetadata.of(Map.of())))
                .toList();
    }

    @Override
    public void close() {
        publication.close();
    }
}
