package dev.counterpoint.infra.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.command.CommandMemory;
import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.eventstore.EventLogStorageEngine;
import dev.counterpoint.command.listener.Candidate;
import dev.counterpoint.command.listener.RecordInteractions;
import dev.counterpoint.command.listener.RecordingAnswer;
import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.MasterKeys;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.ForwardingEventLog;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.cassandra.session.CassandraSettings;
import dev.counterpoint.infra.embedded.EmbeddedCassandra;
import dev.counterpoint.infra.embedded.SharedServers;
import dev.counterpoint.infra.kafka.codec.JsonEventCodec;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The aggregate of a listener who did 100,000 things, loaded by a process that never saw it. */
class LongStreamIT {
    private static final StreamId STREAM = StreamId.ofListener("of-many-events");
    private static final ListenerId LISTENER = new ListenerId("of-many-events");
    private static final int EVENTS = 100_000;
    private static final int BATCH = 100;

    private static CassandraStores open() {
        return CassandraStores.open(CassandraSettings.ofSingleNode(
                new InetSocketAddress("127.0.0.1", SharedServers.cassandra().port()),
                EmbeddedCassandra.DATACENTER,
                "long_stream"));
    }

    private static final class Clock implements PlatformClock {
        @Override
        public Instant now() {
            return Instant.now().truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        public String name() {
            return "system";
        }
    }

    private static CommandSide process(CassandraStores stores, EventLog log) {
        ContentProtection protection =
                new ContentProtection(stores.contentKeys(new MasterKeys("m", Map.of("m", new byte[32]))));
        return new CommandSide(
                EventLogStorageEngine.builder()
                        .log(log)
                        .snapshots(stores.snapshots())
                        .codec(JsonEventCodec.ofAllEvents())
                        .protection(protection)
                        .snapshotSerializer(CommandSide.snapshotSerializer())
                        .build(),
                new Clock(),
                CommandMemory.standard());
    }

    private static void play(CommandSide process, int first, int count) {
        List<Candidate> plays = IntStream.range(first, first + count)
                .mapToObj(number -> new Candidate(
                        new InteractionRecorded(
                                new InteractionId("play-" + number),
                                InteractionType.PLAY,
                                new CardFacts(new CardId("card"), CardKind.TRACK, List.of("Elis"), List.of("mpb")),
                                Instant.parse("2026-11-20T08:00:00Z"),
                                31_000L,
                                null),
                        null,
                        ""))
                .toList();
        process.commands().<RecordingAnswer>send(new RecordInteractions(STREAM, LISTENER, plays, List.of()), "test");
    }

    @Test
    void takesThreeQueriesAtMost_andFiveHundredEvents() {
        try (CassandraStores stores = open();
                CommandSide writing = process(stores, stores.eventLog())) {
            for (int first = 0; first < EVENTS; first += BATCH) {
                play(writing, first, BATCH);
            }
            assertThat(stores.eventLog().head(STREAM).sequence()).isEqualTo(EVENTS);
        }
        try (CassandraStores stores = open()) {
            CountingLog log = new CountingLog(stores.eventLog());
            try (CommandSide fresh = process(stores, log)) {
                log.reset();
                play(fresh, EVENTS, 1);

                assertThat(log.queriesBeforeTheAppend).as("queries to load").isBetween(1L, 3L);
                assertThat(log.read.get()).as("events read").isLessThanOrEqualTo(500);
                assertThat(fresh.statistics().unreadableSnapshots()).isZero();
                assertThat(log.head(STREAM).sequence()).isEqualTo(EVENTS + 1L);
            }
        }
    }

    /** Counts the events that are read, and notes how many queries there were until an append. */
    private static final class CountingLog extends ForwardingEventLog {
        private final AtomicLong read = new AtomicLong();
        private long before;
        private long queriesBeforeTheAppend;

        CountingLog(EventLog log) {
            super(log);
        }

        void reset() {
            read.set(0);
            before = CountedQueries.count();
        }

        @Override
        public List<StoredEvent> append(Append append) {
            queriesBeforeTheAppend = CountedQueries.count() - before;
            return super.append(append);
        }

        @Override
        public List<StoredEvent> read(StreamId stream, long firstSequence, int limit) {
            List<StoredEvent> events = super.read(stream, firstSequence, limit);
            read.addAndGet(events.size());
            return events;
        }
    }
}
