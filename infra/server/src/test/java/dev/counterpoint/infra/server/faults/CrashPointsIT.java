package dev.counterpoint.infra.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StreamCheck;
import dev.counterpoint.infra.embedded.EmbeddedServer;
import dev.counterpoint.infra.embedded.SharedServers;
import dev.counterpoint.infra.kafka.publication.Topics;
import dev.counterpoint.infra.kafka.record.EventRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process is killed, or frozen for longer than its lease, at each point where that hurts most, and another one lives on: nothing that was
 * acknowledged is lost, nothing is there twice or torn, and everything that is there arrives in Kafka within the bound.
 * {@code -Dcounterpoint.faults.settings=standard} takes the times that the server has, and the bound of 75 seconds.
 */
class CrashPointsIT {
    private static final String SETTINGS = System.getProperty("counterpoint.faults.settings", "quick");
    private static final Duration BOUND = Duration.ofSeconds(75);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Path REPORT = Path.of("target", "faults", "crash-points.txt");

    private static EmbeddedServer cassandra;
    private static EmbeddedServer kafka;

    @TempDir
    private Path folder;

    /** The folder of the writer whose streams are looked at. */
    private Path streams;

    private KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Set<Long>> arrived = new HashMap<>();

    @BeforeAll
    static void startServers() throws IOException {
        SharedServers.startBoth();
        cassandra = SharedServers.cassandra();
        kafka = SharedServers.kafka();
        Topics.make(
                kafka.address(),
                WatchedStore.TOPIC,
                1,
                (short) 1,
                Duration.ofHours(1).toMillis());
        Files.createDirectories(REPORT.toAbsolutePath().getParent());
    }

    @BeforeEach
    void follow() {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.address(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        TopicPartition all = new TopicPartition(WatchedStore.TOPIC, 0);
        consumer.assign(List.of(all));
        consumer.seekToBeginning(List.of(all));
    }

    @AfterEach
    void stopFollowing() {
        consumer.close();
    }

    @ParameterizedTest
    @EnumSource(CrashPoint.class)
    void killedThere(CrashPoint point) throws Exception {
        Path writing = writing(point);
        Process writer = writerAt(point, writing);
        writer.destroyForcibly().waitFor();

        try (WatchedStore survivor = survivor()) {
            double seconds = secondsUntilAllArrived(survivor, writing);
            requireWhole(survivor, writing);
            report("killed", point, seconds);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CrashPoint.class,
            names = {"AFTER_INTENT", "AFTER_APPEND", "AFTER_SEND"})
    void frozenThereForLongerThanItsLease(CrashPoint point) throws Exception {
        Path writing = writing(point);
        Process writer = writerAt(point, writing);
        signal("STOP", writer.pid());
        try (WatchedStore survivor = survivor()) {
            double seconds = secondsUntilAllArrived(survivor, writing);
            pause(WatchedWriter.settings(SETTINGS).lease().plusSeconds(2));
            Files.createFile(writing.resolve(WatchedWriter.GO));
            signal("CONT", writer.pid());
            await("the frozen process goes on to its end", () -> Files.exists(writing.resolve(WatchedWriter.DONE)));
            assertThat(writer.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

            assertThat(WatchedWriter.acknowledged(writing)).hasSize(4 * WatchedWriter.STREAMS + 1);
            secondsUntilAllArrived(survivor, writing);
            requireWhole(survivor, writing);
            report("frozen", point, seconds);
        } finally {
            writer.destroyForcibly();
        }
    }

    static List<CrashPoint> pointsOfTheDatabase() {
        return Boolean.getBoolean("counterpoint.faults.all")
                ? List.of(CrashPoint.values())
                : List.of(CrashPoint.AFTER_INTENT, CrashPoint.BEFORE_SNAPSHOT);
    }

    @ParameterizedTest
    @MethodSource("pointsOfTheDatabase")
    void theDatabaseIsKilledThere(CrashPoint point) throws Exception {
        Path writing = writing(point);
        Process writer = writerAt(point, writing);
        try {
            ProcessHandle.of(cassandra.pid()).orElseThrow().destroyForcibly();
            Files.createFile(writing.resolve(WatchedWriter.GO));
            await("the process goes on to its end", () -> Files.exists(writing.resolve(WatchedWriter.DONE)));
            cassandra.awaitReady(PATIENCE);

            try (WatchedStore survivor = survivor()) {
                double seconds = secondsUntilAllArrived(survivor, writing);
                requireWhole(survivor, writing);
                report("database killed", point, seconds);
            }
        } finally {
            writer.destroyForcibly();
        }
    }

    @Test
    void kafkaIsAway_andNobodyWaitsForItOrLosesAnything() throws Exception {
        Duration away = Duration.ofSeconds(Boolean.getBoolean("counterpoint.faults.all") ? 60 : 10);
        StreamId stream = StreamId.ofListener("kafka-away-" + System.nanoTime());
        try (WatchedStore store = survivor()) {
            store.engine().appendEvents(WatchedWriter.messages(stream.value(), 0, 1));
            long slowestMs = 0;
            signal("STOP", kafka.pid());
            try {
                long deadline = System.nanoTime() + away.toNanos();
                for (long next = 1; System.nanoTime() < deadline; next++) {
                    long began = System.nanoTime();
                    store.engine().appendEvents(WatchedWriter.messages(stream.value(), next, 1));
                    slowestMs = Math.max(slowestMs, (System.nanoTime() - began) / 1_000_000);
                    pause(Duration.ofMillis(50));
                }
            } finally {
                signal("CONT", kafka.pid());
            }
            long last = store.log().head(stream).sequence();
            await("everything arrived", () -> {
                poll();
                return arrived.getOrDefault(stream.value(), Set.of()).size() == last + 1;
            });
            assertThat(last).isGreaterThan(away.toSeconds());
            Files.writeString(
                    REPORT,
                    String.format(
                            Locale.ROOT,
                            "Kafka frozen for %d s: %d events acknowledged meanwhile, the slowest in %d ms; all arrived%n",
                            away.toSeconds(),
                            last,
                            slowestMs),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    private Path writing(CrashPoint point) throws IOException {
        return Files.createDirectory(
                folder.resolve(point.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + System.nanoTime()));
    }

    /** A process that stands at the point. For a sweep another one has died before, after its append. */
    private Process writerAt(CrashPoint point, Path writing) throws Exception {
        if (point == CrashPoint.DURING_SWEEP) {
            Path before = writing(CrashPoint.AFTER_APPEND);
            writerAt(CrashPoint.AFTER_APPEND, before).destroyForcibly().waitFor();
            Files.copy(before.resolve(WatchedWriter.ACKNOWLEDGED), writing.resolve(WatchedWriter.ACKNOWLEDGED));
            streams = before;
        } else {
            streams = writing;
        }
        Process writer = start(point, writing);
        await("the process is at " + point, () -> Files.exists(writing.resolve(WatchedWriter.REACHED)));
        return writer;
    }

    private Process start(CrashPoint point, Path writing) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WatchedWriter.class.getName(),
                        writing.toString(),
                        point.name(),
                        Integer.toString(cassandra.port()),
                        kafka.address(),
                        SETTINGS)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "faults", "writer.log").toFile())
                .start();
    }

    private static WatchedStore survivor() {
        return new WatchedStore(
                cassandra.port(), kafka.address(), WatchedWriter.settings(SETTINGS), CrashPoint.Watch.NONE);
    }

    private double secondsUntilAllArrived(WatchedStore survivor, Path writing) {
        long began = System.nanoTime();
        await("everything arrived", () -> {
            poll();
            return allEvents(survivor).entrySet().stream()
                    .allMatch(stream ->
                            arrived.getOrDefault(stream.getKey(), Set.of()).size()
                                    == stream.getValue().size());
        });
        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(seconds).as("seconds until everything arrived").isLessThan(BOUND.toSeconds());
        return seconds;
    }

    private Map<String, List<StoredEvent>> allEvents(WatchedStore store) {
        Map<String, List<StoredEvent>> events = new HashMap<>();
        for (int number = 0; number < WatchedWriter.STREAMS; number++) {
            String stream = WatchedWriter.streamOf(streams, number);
            events.put(stream, store.log().read(new StreamId(stream), 0, 1_000));
        }
        return events;
    }

    private void requireWhole(WatchedStore store, Path writing) throws IOException {
        Map<String, List<StoredEvent>> events = allEvents(store);
        events.forEach((stream, all) -> {
            assertThat(StreamCheck.firstFault(new StreamId(stream), all))
                    .as(stream)
                    .isEqualTo(-1);
            assertThat(all.size() % WatchedWriter.EVENTS)
                    .as("torn appends of " + stream)
                    .isZero();
            assertThat(all).as(stream).extracting(StoredEvent::eventId).doesNotHaveDuplicates();
            assertThat(store.log().head(new StreamId(stream)).sequence()).isEqualTo(all.size() - 1L);
        });
        List<Map.Entry<String, Long>> acknowledged = WatchedWriter.acknowledged(writing);
        assertThat(acknowledged)
                .hasSizeGreaterThanOrEqualTo(2 * WatchedWriter.STREAMS)
                .doesNotHaveDuplicates();
        for (Map.Entry<String, Long> append : acknowledged) {
            for (int i = 0; i < WatchedWriter.EVENTS; i++) {
                long sequence = append.getValue() + i;
                assertThat(events.get(append.getKey()).get((int) sequence).eventId())
                        .isEqualTo(WatchedWriter.eventId(append.getKey(), sequence));
            }
        }
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(100))
                .forEach(read -> arrived.computeIfAbsent(read.key(), any -> new TreeSet<>())
                        .add(EventRecords.sequenceOf(read)));
    }

    private static void report(String what, CrashPoint point, double seconds) throws IOException {
        Files.writeString(
                REPORT,
                String.format(
                        Locale.ROOT,
                        "%s %s, settings %s: everything in the store was in Kafka %.1f s later%n",
                        what,
                        point,
                        SETTINGS,
                        seconds),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("too late: " + what).isLessThan(deadline);
            LockSupport.parkNanos(50_000_000L);
        }
    }

    /** A lease runs out by the clock: there is nothing to look at meanwhile. */
    private static void pause(Duration length) {
        long deadline = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < deadline) {
            LockSupport.parkNanos(100_000_000L);
        }
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }
}
