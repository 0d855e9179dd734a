package dev.counterpoint.infra.benchmarks.eventstore;

import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.eventstore.EventLogStorageEngine;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.MasterKeys;
import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.cassandra.publication.IntentPublication;
import dev.counterpoint.infra.cassandra.session.CassandraSettings;
import dev.counterpoint.infra.embedded.EmbeddedCassandra;
import dev.counterpoint.infra.embedded.EmbeddedKafka;
import dev.counterpoint.infra.embedded.EmbeddedServer;
import dev.counterpoint.infra.embedded.ServerHome;
import dev.counterpoint.infra.kafka.codec.JsonEventCodec;
import dev.counterpoint.infra.kafka.publication.KafkaEventPublisher;
import dev.counterpoint.infra.kafka.publication.Topics;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How long it takes from an append by the engine until a consumer of the topic has it, at a steady rate: without HTTP, commands and projections. */
@Command(
        name = "engine-visibility",
        description = "From committed by the engine to visible for consumers, at a steady rate of events.")
public final class EngineVisibility implements Runnable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int PARTITIONS = 12;
    private static final int THREADS = 64;

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Mixin
    private SteadyLoad load = new SteadyLoad();

    @Override
    public void run() {
        ResultFile results = options.results(
                "engine-visibility", "made up: plays of a card with four tags, encrypted, of some listeners in turn");
        options.inFreshFolder(folder -> {
            ServerHome home = ServerHome.of(options.project());
            try (EmbeddedServer cassandra = EmbeddedCassandra.start(
                            home, folder.resolve("cassandra"), folder.resolve("cassandra.log"));
                    EmbeddedServer kafka =
                            EmbeddedKafka.start(home, folder.resolve("kafka"), folder.resolve("kafka.log"))) {
                cassandra.awaitReady(START);
                kafka.awaitReady(START);
                Topics.make(kafka.address(), Topics.EVENTS, PARTITIONS, (short) 1, KEPT.toMillis());
                measure(cassandra, kafka, results);
            }
        });
    }

    private void measure(EmbeddedServer cassandra, EmbeddedServer kafka, ResultFile results) {
        try (CassandraStores stores = CassandraStores.open(CassandraSettings.ofSingleNode(
                new InetSocketAddress("127.0.0.1", cassandra.port()), EmbeddedCassandra.DATACENTER, "counterpoint"))) {
            ContentProtection protection = new ContentProtection(
                    stores.contentKeys(new MasterKeys("benchmark", Map.of("benchmark", new byte[32]))));
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try (KafkaEventPublisher publisher = new KafkaEventPublisher(kafka.address(), Topics.EVENTS);
                    IntentPublication publication = stores.publication(publisher);
                    Arrivals arrivals = new Arrivals(kafka.address())) {
                EventStorageEngine engine = EventLogStorageEngine.builder()
                        .log(stores.eventLog())
                        .snapshots(stores.snapshots())
                        .codec(JsonEventCodec.ofAllEvents())
                        .protection(protection)
                        .snapshotSerializer(CommandSide.snapshotSerializer())
                        .publication(publication)
                        .build();
                send(engine, threads, 0, load.warmUps());
                List<Sent> sent = send(engine, threads, load.warmUps(), load.counted());
                results.line("%d appends of %s, %d listeners", sent.size(), load, load.listeners());
                Sent.report(sent, arrivals, results);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private List<Sent> send(EventStorageEngine engine, ExecutorService threads, int first, int appends) {
        List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
        int events = load.eventsOfAnAppend();
        load.run(first, appends, number -> {
            String stream = "l-visible-" + number % load.listeners();
            long sequence = (long) (number / load.listeners()) * events;
            long sentAt = System.nanoTime();
            return CompletableFuture.runAsync(
                    () -> {
                        engine.appendEvents(MadeUpEvents.messages(stream, sequence, events));
                        sent.add(new Sent(stream, sequence + events - 1, sentAt, System.nanoTime()));
                    },
                    threads);
        });
        return List.copyOf(sent);
    }
}
