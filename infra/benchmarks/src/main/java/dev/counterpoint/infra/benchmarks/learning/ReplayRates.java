package dev.counterpoint.infra.benchmarks.learning;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.decision.DecisionContents;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.benchmarks.store.DataFolderKeys;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.cassandra.session.CassandraSettings;
import dev.counterpoint.infra.kafka.codec.JsonEventCodec;
import dev.counterpoint.query.catalog.FollowedCatalog;
import dev.counterpoint.query.embedding.KeptEmbeddings;
import dev.counterpoint.query.statistics.FollowedStatistics;
import dev.counterpoint.training.replay.DecodedListenerStreams;
import dev.counterpoint.training.replay.PastVersions;
import dev.counterpoint.training.replay.Replay;
import dev.counterpoint.training.replay.Window;
import dev.counterpoint.training.row.ShownSlots;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Events a second from the store to rows, against the driver's own scan of the same partitions in the same run. */
@Command(
        name = "replay-rates",
        description =
                "Events a second of a replay to rows, against the raw driver, on a Cassandra that runs and has pages.")
public final class ReplayRates implements Runnable {
    private static final int PARTS = 32;
    private static final String DATA_CENTRE = "datacenter1";

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--cassandra-port", paramLabel = "N", required = true, description = "On 127.0.0.1.")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The platform's data folder (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(".counterpoint");

    @Option(names = "--keyspace", paramLabel = "NAME", description = "Default: ${DEFAULT-VALUE}.")
    private String keyspace = "counterpoint";

    @Option(names = "--rounds", paramLabel = "N", description = "Each measured in turn (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Override
    public void run() {
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", port);
        try (CassandraStores stores =
                        CassandraStores.open(CassandraSettings.ofSingleNode(address, DATA_CENTRE, keyspace));
                CqlSession raw = CqlSession.builder()
                        .addContactPoint(address)
                        .withLocalDatacenter(DATA_CENTRE)
                        .withKeyspace(keyspace)
                        .build()) {
            ContentProtection protection = new DataFolderKeys(data).protection(stores);
            EventContents contents = new EventContents(JsonEventCodec.ofAllEvents(), protection);
            Replay replay = new Replay(
                    new DecodedListenerStreams(stores.storedStreams(), contents),
                    stores.servedDecisions(new DecisionContents(protection), Duration.ofDays(400)),
                    versions(stores, contents));
            measure(replay, raw);
        }
    }

    private void measure(Replay replay, CqlSession raw) {
        ResultFile results = options.results("replay-rates", "a platform's store after a demo; two threads, 32 ranges");
        for (int round = 0; round <= rounds; round++) {
            AtomicLong rows = new AtomicLong();
            AtomicLong pages = new AtomicLong();
            Rate scanned = rate(part -> scan(raw, part, false));
            Rate read = rate(part -> scan(raw, part, true));
            Rate replayed = rate(part ->
                    replay.part(part, new Window(Instant.EPOCH, Instant.now().plus(Duration.ofDays(60))), page -> {
                        pages.incrementAndGet();
                        ShownSlots.of(
                                page.decision(),
                                page.known(),
                                page.outcome(),
                                HomeFeatures.newest(),
                                slot -> rows.incrementAndGet());
                    }));
            String line = String.format(
                    Locale.ROOT,
                    "replay to rows: %d events, %d pages, %d rows in %.1f s: %.0f events/s; raw scan: %d events in %.1f s:"
                            + " %.0f events/s, ratio %.2f; raw scan and raw read of the decisions that a replay reads: %.0f"
                            + " events/s, ratio %.2f",
                    replayed.events,
                    pages.get(),
                    rows.get(),
                    replayed.seconds,
                    replayed.perSecond(),
                    scanned.events,
                    scanned.seconds,
                    scanned.perSecond(),
                    replayed.perSecond() / scanned.perSecond(),
                    read.perSecond(),
                    replayed.perSecond() / read.perSecond());
            results.line("%s%s", round == 0 ? "(warm-up) " : "", line);
        }
    }

    private record Rate(long events, double seconds) {
        double perSecond() {
            return events / seconds;
        }
    }

    private static Rate rate(IntToLongFunction part) {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        long began = System.nanoTime();
        try {
            List<Future<Long>> all = new ArrayList<>();
            for (int number = 0; number < PARTS; number++) {
                int each = number;
                Callable<Long> task = () -> part.applyAsLong(each);
                all.add(threads.submit(task));
            }
            long events = 0;
            for (Future<Long> done : all) {
                events += done.get();
            }
            return new Rate(events, (System.nanoTime() - began) / 1e9);
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("a part was not walked", failed);
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * All columns that a replay needs, touched.
     *
     * @param decisions whether the pages of each listener are read too
     */
    private static long scan(CqlSession raw, int part, boolean decisions) {
        PreparedStatement scan =
                raw.prepare("SELECT stream, bucket, seq, event_id, type, revision, key_id, recorded_at,"
                        + " payload, metadata, payload_hash, chain_hash FROM events"
                        + " WHERE token(stream, bucket) > ? AND token(stream, bucket) <= ?");
        long step = Long.MAX_VALUE / PARTS - Long.MIN_VALUE / PARTS;
        long from = Long.MIN_VALUE + part * step;
        long to = part == PARTS - 1 ? Long.MAX_VALUE : from + step;
        long events = 0;
        long bytes = 0;
        String before = "";
        for (Row row : raw.execute(scan.bind(from, to).setPageSize(2_000))) {
            String stream = row.getString("stream");
            if (decisions && stream != null && stream.startsWith("l-") && !stream.equals(before)) {
                bytes += readDecisions(raw, stream);
                before = stream;
            }
            if (stream != null && stream.startsWith("l-") && !row.isNull("seq")) {
                events++;
                var payload = row.getByteBuffer("payload");
                bytes += payload == null ? 0 : payload.remaining();
            }
        }
        return bytes < 0 ? -1 : events;
    }

    private static long readDecisions(CqlSession raw, String stream) {
        PreparedStatement marks = raw.prepare(
                "SELECT epoch, group_number, slot FROM decisions_of_listeners WHERE stream = ? AND year = ?");
        PreparedStatement select = raw.prepare("SELECT decision_id, record, void_hash FROM decisions"
                + " WHERE epoch = ? AND group_number = ? AND slot = ?");
        List<CompletionStage<AsyncResultSet>> reading = new ArrayList<>();
        for (Row mark : raw.execute(marks.bind(stream, Year.now(ZoneOffset.UTC).getValue()))) {
            reading.add(raw.executeAsync(
                    select.bind(mark.getLong("epoch"), mark.getLong("group_number"), mark.getInt("slot"))));
        }
        long bytes = 0;
        for (CompletionStage<AsyncResultSet> each : reading) {
            Row row = each.toCompletableFuture().join().one();
            var record = row == null ? null : row.getByteBuffer("record");
            bytes += record == null ? 0 : record.remaining();
        }
        return bytes;
    }

    private static PastVersions versions(CassandraStores stores, EventContents contents) {
        EventHistory history = stores.history(contents);
        FollowedCatalog catalogs = new FollowedCatalog(stores.catalogEpochs(), history);
        catalogs.follow();
        FollowedStatistics statistics = new FollowedStatistics(stores.statistics());
        statistics.follow();
        KeptEmbeddings embeddings = new KeptEmbeddings(stores.modelArtifacts());
        return new PastVersions() {
            @Override
            public Embeddings embeddings(String version) {
                return embeddings.at(version);
            }

            @Override
            public Catalog catalog(long number) {
                return catalogs.at(number);
            }

            @Override
            public Statistics statistics(long version) {
                return statistics.at(version);
            }
        };
    }
}
