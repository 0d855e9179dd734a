package dev.counterpoint.infra.benchmarks.eventstore;

import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.eventstore.EventLogStorageEngine;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.encryption.MasterKeys;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.infra.archive.ArchiveFolder;
import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.cassandra.session.CassandraSettings;
import dev.counterpoint.infra.embedded.EmbeddedCassandra;
import dev.counterpoint.infra.embedded.EmbeddedServer;
import dev.counterpoint.infra.embedded.ServerHome;
import dev.counterpoint.infra.kafka.codec.JsonEventCodec;
import dev.counterpoint.query.archive.ArchiveDraft;
import dev.counterpoint.query.archive.ArchiveManifest;
import dev.counterpoint.training.replay.DecodedListenerStreams;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Appends, reads of a stream and replays by the event store, each against the driver alone in the same run. */
@Command(
        name = "event-store",
        description =
                "Appends, reads and replays by the event store, against the raw driver, on a Cassandra of its own.")
public final class EventStoreRates implements Runnable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final String KEYSPACE = "counterpoint";
    private static final int IN_FLIGHT = 64;
    private static final int LONG_STREAM = 10_000;
    private static final int LARGE = 100;
    private static final int THREADS = 2;
    private static final String LISTENER = "l-";

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--streams", paramLabel = "N", description = "Appended to in turn (default: ${DEFAULT-VALUE}).")
    private int streams = 10_048;

    @Option(names = "--rounds", paramLabel = "N", description = "Each way in turn (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--seconds", paramLabel = "N", description = "Of each way and round (default: ${DEFAULT-VALUE}).")
    private int seconds = 15;

    @Option(names = "--replayed", paramLabel = "N", description = "Events replayed (default: ${DEFAULT-VALUE}).")
    private int replayed = 5_000_000;

    @Override
    public void run() {
        ResultFile results = options.results(
                "event-store",
                "made up: plays of a card with four tags; embedded Cassandra with its shipped settings, 512 MiB heap; client and server on"
                        + " the same processors");
        options.inFreshFolder(folder -> {
            try (EmbeddedServer cassandra = EmbeddedCassandra.start(
                            ServerHome.of(options.project()), folder.resolve("cassandra"), folder.resolve("log"))
                    .awaitReady(START)) {
                InetSocketAddress address = new InetSocketAddress("127.0.0.1", cassandra.port());
                try (CassandraStores stores = CassandraStores.open(
                        CassandraSettings.ofSingleNode(address, EmbeddedCassandra.DATACENTER, KEYSPACE))) {
                    measure(stores, address, folder, results);
                }
            }
        });
    }

    private void measure(CassandraStores stores, InetSocketAddress address, Path folder, ResultFile results) {
        ContentProtection protection = new ContentProtection(
                stores.contentKeys(new MasterKeys("benchmark", Map.of("benchmark", new byte[32]))));
        Engine engine = new Engine(stores.eventLog(), storage(stores, protection));
        Sizes sizes = engine.sizes();
        results.line("an event: payload %d bytes, metadata %d bytes", sizes.payload(), sizes.metadata());
        try (RawEvents raw = new RawEvents(address, KEYSPACE, sizes.payload(), sizes.metadata())) {
            appends(engine, raw, 1, results);
            appends(engine, raw, LARGE, results);
            reads(engine, raw, results);
            replays(
                    stores,
                    engine,
                    raw,
                    new EventContents(JsonEventCodec.ofAllEvents(), protection),
                    folder.resolve("archive"),
                    results);
        }
    }

    private static EventStorageEngine storage(CassandraStores stores, ContentProtection protection) {
        return EventLogStorageEngine.builder()
                .log(stores.eventLog())
                .snapshots(stores.snapshots())
                .codec(JsonEventCodec.ofAllEvents())
                .protection(protection)
                .snapshotSerializer(CommandSide.snapshotSerializer())
                .build();
    }

    private record Sizes(int payload, int metadata) {}

    private record Engine(EventLog log, EventStorageEngine axon) implements Appending {
        @Override
        public void append(String stream, long first, int count) {
            axon.appendEvents(MadeUpEvents.messages(stream, first, count));
        }

        Sizes sizes() {
            append("sample", 0, 1);
            var stored = log.read(new StreamId("sample"), 0, 1).get(0).event();
            return new Sizes(
                    stored.content().payload().length, stored.metadata().bytes().length);
        }
    }

    private void appends(Engine engine, RawEvents raw, int events, ResultFile results) {
        int inFlight = events == 1 ? IN_FLIGHT : IN_FLIGHT / 4;
        int streams = events == 1 ? this.streams : this.streams / LARGE / inFlight * inFlight;
        InFlight ofRaw = new InFlight("raw" + events + "-", streams, inFlight, events);
        InFlight ofPlain = new InFlight("plain" + events + "-", streams, inFlight, events);
        InFlight ofListeners = new InFlight(LISTENER + "bench" + events + "-", streams, inFlight, events);
        ofRaw.once(raw);
        ofPlain.once(engine);
        ofListeners.once(engine);
        for (int round = 0; round <= rounds; round++) {
            Duration length = Duration.ofSeconds(seconds);
            double byDriver = ofRaw.rate(raw, length);
            double plain = ofPlain.rate(engine, length);
            double encrypted = ofListeners.rate(engine, length);
            results.line(
                    "%sappends of %d, %d in flight over %d streams: raw driver %.0f events/s, engine %.0f (ratio %.2f), engine with encryption"
                            + " %.0f (ratio %.2f)",
                    warmUp(round),
                    events,
                    inFlight,
                    streams,
                    byDriver,
                    plain,
                    plain / byDriver,
                    encrypted,
                    encrypted / byDriver);
        }
    }

    private static String warmUp(int round) {
        return round == 0 ? "(warm-up) " : "";
    }

    private void reads(Engine engine, RawEvents raw, ResultFile results) {
        for (String stream : new String[] {"long", LISTENER + "long"}) {
            for (long first = 0; first < LONG_STREAM; first += LARGE) {
                engine.append(stream, first, LARGE);
            }
        }
        for (int round = 0; round <= rounds; round++) {
            double byDriver = perSecond(() -> raw.read("long", LONG_STREAM));
            double stored = perSecond(() ->
                    engine.log().read(new StreamId("long"), 0, LONG_STREAM).size());
            double plain = perSecond(() -> decoded(engine, "long"));
            double encrypted = perSecond(() -> decoded(engine, LISTENER + "long"));
            results.line(
                    "%sa stream of %d events: raw driver %.0f events/s; as stored %.0f (ratio %.2f); decoded by Axon's engine %.0f (ratio"
                            + " %.2f), decrypted too %.0f (ratio %.2f)",
                    warmUp(round),
                    LONG_STREAM,
                    byDriver,
                    stored,
                    stored / byDriver,
                    plain,
                    plain / byDriver,
                    encrypted,
                    encrypted / byDriver);
        }
    }

    private static long decoded(Engine engine, String stream) {
        AtomicLong events = new AtomicLong();
        engine.axon().readEvents(stream).forEachRemaining(event -> {
            event.getPayload();
            events.incrementAndGet();
        });
        return events.get();
    }

    private double perSecond(LongSupplier read) {
        long began = System.nanoTime();
        long deadline = began + Duration.ofSeconds(seconds).toNanos();
        long events = 0;
        while (System.nanoTime() < deadline) {
            long whole = read.getAsLong();
            if (whole != LONG_STREAM) {
                throw new IllegalStateException("a stream of " + LONG_STREAM + " events has " + whole);
            }
            events += whole;
        }
        return events / ((System.nanoTime() - began) / 1e9);
    }

    private void replays(
            CassandraStores stores,
            Engine engine,
            RawEvents raw,
            EventContents contents,
            Path folder,
            ResultFile results) {
        int listeners = replayed / LARGE / IN_FLIGHT * IN_FLIGHT;
        new InFlight(LISTENER + "replayed-", listeners, IN_FLIGHT / 4, LARGE).once(engine);
        StoredStreams stored = stores.storedStreams();
        Walks walks = new Walks(THREADS);
        for (int round = 0; round <= rounds; round++) {
            Walks.Rate byDriver = walks.rate(stored.parts(), part -> raw.scan(part, stored.parts()));
            Walks.Rate asStored = walks.rate(stored.parts(), part -> Walks.events(stored, part));
            Walks.Rate read = walks.rate(
                    stored.parts(), part -> Walks.events(new DecodedListenerStreams(stored, contents), part));
            results.line(
                    "%sreplay from the store, %d threads: raw scan %s; as stored %s (ratio %.2f); decrypted and decoded, listeners only, %s"
                            + " (ratio %.2f)",
                    warmUp(round), THREADS, byDriver, asStored, asStored.over(byDriver), read, read.over(byDriver));
        }
        archived(stored, contents, new ArchiveFolder(folder), walks, results);
    }

    private void archived(
            StoredStreams stored, EventContents contents, ArchiveFolder folder, Walks walks, ResultFile results) {
        ArchiveManifest manifest;
        long began = System.nanoTime();
        try (ArchiveDraft draft = folder.resumeOrBegin("benchmark", Instant.now(), stored.parts())) {
            for (int part : draft.missing()) {
                draft.write(part, sink -> stored.walk(part, (stream, events) -> sink.accept(events)));
            }
            manifest = draft.finish(Instant.now());
        }
        results.line(
                "archive written by one thread: %d events, %d bytes, %.0f events/s",
                manifest.events(), manifest.bytes(), manifest.events() / ((System.nanoTime() - began) / 1e9));
        StoredStreams archive = folder.open(manifest);
        for (int round = 0; round <= rounds; round++) {
            Walks.Rate asStored = walks.rate(archive.parts(), part -> Walks.events(archive, part));
            Walks.Rate read = walks.rate(
                    archive.parts(), part -> Walks.events(new DecodedListenerStreams(archive, contents), part));
            results.line(
                    "%sreplay from the archive, %d threads: as stored %s; decrypted and decoded, listeners only, %s",
                    warmUp(round), THREADS, asStored, read);
        }
    }
}
