package dev.counterpoint.infra.cassandra.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.contracts.faults.HistoryChecker;
import dev.counterpoint.contracts.faults.Outcome;
import dev.counterpoint.contracts.faults.Recorder;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.infra.embedded.EmbeddedCassandra;
import dev.counterpoint.infra.embedded.EmbeddedServer;
import dev.counterpoint.infra.embedded.ServerHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers append to the same streams, their clocks an hour apart, while Cassandra is frozen and killed again and again, and some streams are
 * sealed. {@code -Dcounterpoint.faults.operations=12000} makes it longer.
 */
class FaultRunIT {
    private static final int OPERATIONS = Integer.getInteger("counterpoint.faults.operations", 1_500);
    private static final int STREAMS = 40;
    private static final int SEALED = 5;
    private static final int THREADS_OF_A_SERVER = 6;
    private static final Duration SETTLES = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private final Recorder recorder = new Recorder();
    private final Map<StreamId, Set<Long>> arrived = new ConcurrentHashMap<>();
    private final AtomicLong begun = new AtomicLong();
    private final List<StreamId> streams = IntStream.range(0, STREAMS)
            .mapToObj(i -> new StreamId("fault-" + i))
            .toList();

    @Test
    void nothingIsLost_doubledOrTorn_whateverHappensToTheDatabase() throws Exception {
        Path log = Files.createDirectories(Path.of("target", "faults")).resolve("cassandra.log");
        long started = System.nanoTime();
        try (EmbeddedServer cassandra = EmbeddedCassandra.start(
                        ServerHome.ofSystemProperty(), folder.resolve("cassandra"), log)
                .awaitReady(Duration.ofSeconds(180))) {
            try (AppendingServer one = new AppendingServer(cassandra.port(), Duration.ZERO, recorder, arrived);
                    AppendingServer other =
                            new AppendingServer(cassandra.port(), Duration.ofHours(1), recorder, arrived)) {
                Nemesis nemesis = new Nemesis(cassandra);
                work(List.of(one, other));
                nemesis.stop();
                cassandra.awaitReady(Duration.ofSeconds(120));
                settle(one, other);
                report(one, nemesis, (System.nanoTime() - started) / 1e9);
            }
        }
    }

    private void work(List<AppendingServer> servers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(servers.size() * THREADS_OF_A_SERVER);
        try {
            List<Future<?>> working = new ArrayList<>();
            for (AppendingServer server : servers) {
                for (int i = 0; i < THREADS_OF_A_SERVER; i++) {
                    Random chance = new Random(31L * i + servers.indexOf(server));
                    working.add(threads.submit(() -> appendUntilDone(server, chance)));
                }
            }
            for (Future<?> each : working) {
                each.get(30, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void appendUntilDone(AppendingServer server, Random chance) {
        for (long number = begun.getAndIncrement(); number < OPERATIONS; number = begun.getAndIncrement()) {
            if (number % (OPERATIONS / SEALED) == OPERATIONS / SEALED / 2) {
                server.seal(streams.get((int) (number / (OPERATIONS / SEALED))));
            }
            server.append(streams.get(chance.nextInt(STREAMS)), "operation " + number, 1 + chance.nextInt(6));
        }
    }

    private void settle(AppendingServer... servers) {
        long deadline = System.nanoTime() + SETTLES.toNanos();
        for (AppendingServer server : servers) {
            while (server.outstanding() > 0 && System.nanoTime() < deadline) {
                LockSupport.parkNanos(200_000_000L);
            }
            assertThat(server.outstanding()).as("outstanding").isZero();
        }
    }

    private void report(AppendingServer server, Nemesis nemesis, double seconds) throws Exception {
        HistoryChecker.Findings findings = new HistoryChecker(
                        server.log(),
                        (stream, sequence) ->
                                arrived.getOrDefault(stream, Set.of()).contains(sequence))
                .check(recorder);
        String report = String.format(
                Locale.ROOT,
                "operations %d in %.0f s: acknowledged %d, refused %d, unknown %d; frozen %d times, killed %d times, seals %d%n"
                        + "lost %d, doubled %d, gaps %d, other findings %d%n%s",
                recorder.operations().size(),
                seconds,
                recorder.count(Outcome.ACKNOWLEDGED),
                recorder.count(Outcome.REFUSED),
                recorder.count(Outcome.UNKNOWN),
                nemesis.frozen(),
                nemesis.killed(),
                recorder.seals().size(),
                findings.lost(),
                findings.doubled(),
                findings.gaps(),
                findings.all().size() - findings.lost() - findings.doubled() - findings.gaps(),
                String.join(System.lineSeparator(), findings.all()));
        Files.writeString(Path.of("target", "faults", "report.txt"), report);

        assertThat(findings.all()).as(report).isEmpty();
        assertThat(recorder.operations()).hasSize(OPERATIONS);
        assertThat(recorder.count(Outcome.ACKNOWLEDGED)).isGreaterThan(OPERATIONS / 10);
        assertThat(nemesis.killed() + nemesis.frozen()).as("faults").isPositive();
        assertThat(recorder.seals()).isNotEmpty();
    }
}
