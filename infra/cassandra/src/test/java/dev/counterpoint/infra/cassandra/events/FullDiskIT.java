package dev.counterpoint.infra.cassandra.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.counterpoint.contracts.eventstore.Appends;
import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.EventMetadata;
import dev.counterpoint.domain.eventlog.NewEvent;
import dev.counterpoint.domain.eventlog.StaleVersionException;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.refusal.OutcomeUnknownException;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import dev.counterpoint.infra.cassandra.session.CassandraSettings;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.infra.cassandra.session.Sessions;
import dev.counterpoint.infra.embedded.EmbeddedCassandra;
import dev.counterpoint.infra.embedded.EmbeddedServer;
import dev.counterpoint.infra.embedded.ServerHome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The disk under Cassandra fills up: appends are refused or unknown, none is lost that was acknowledged, and with room again it goes on. */
@EnabledIfSystemProperty(
        named = "counterpoint.faults.all",
        matches = "true",
        disabledReason = "takes minutes: -Pfaults")
class FullDiskIT {
    private static final Duration START = Duration.ofSeconds(180);
    private static final int EVENT_BYTES = 200 * 1024;
    private static final int MOST_APPENDS = 5_000;
    private static final int READ_AT_ONCE = 50;
    private static final int FAILURES_IN_A_ROW = 5;
    private static final StreamId STREAM = new StreamId("full-disk");

    @TempDir
    private Path folder;

    private final Random chance = new Random(3);

    private int mount(String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("mount", "-t", "tmpfs"));
        words.addAll(List.of(options));
        words.addAll(List.of("tmpfs", disk().toString()));
        return new ProcessBuilder(words).start().waitFor();
    }

    private Path disk() {
        return folder.resolve("disk");
    }

    @AfterEach
    void unmount() throws Exception {
        new ProcessBuilder("umount", "-l", disk().toString()).start().waitFor();
    }

    @Test
    void whatWasAcknowledged_isThere_andAppendsGoOnWhenThereIsRoom() throws Exception {
        Files.createDirectories(disk());
        assumeTrue(mount("-o", "size=330m") == 0, "a small disk cannot be mounted here");
        Map<Long, UUID> acknowledged;
        try (EmbeddedServer cassandra = start()) {
            acknowledged = appendUntilItFails(log(cassandra));
        }
        assertThat(acknowledged.size()).as("appends before the disk was full").isBetween(50, MOST_APPENDS - 1);

        assertThat(mount("-o", "remount,size=2g")).isZero();
        try (EmbeddedServer cassandra = start()) {
            CassandraEventLog log = log(cassandra);
            // The append that filled the disk may be half way in: seen so in this very test, one event more than was
            // read before.
            log.settle(STREAM);
            List<StoredEvent> events = everythingOf(log);
            for (int i = 0; i < events.size(); i++) {
                assertThat(events.get(i).sequence()).isEqualTo(i);
                assertThat(events.get(i).intactContent()).isNotNull();
            }
            acknowledged.forEach((sequence, id) ->
                    assertThat(events.get(Math.toIntExact(sequence)).eventId()).isEqualTo(id));
            assertThat(log.append(Appends.of(STREAM, events.size() - 1L, 1))).hasSize(1);
        }
    }

    /** Some at a time: the events are large, and the heap of the database is small. */
    private static List<StoredEvent> everythingOf(CassandraEventLog log) {
        List<StoredEvent> events = new ArrayList<>();
        List<StoredEvent> read;
        do {
            read = log.read(STREAM, events.size(), READ_AT_ONCE);
            events.addAll(read);
        } while (read.size() == READ_AT_ONCE);
        return events;
    }

    private EmbeddedServer start() throws IOException {
        return EmbeddedCassandra.start(
                        ServerHome.ofSystemProperty(), disk().resolve("cassandra"), folder.resolve("cassandra.log"))
                .awaitReady(START);
    }

    private static CassandraEventLog log(EmbeddedServer cassandra) {
        return new CassandraEventLog(new Cql(Sessions.open(CassandraSettings.ofSingleNode(
                new InetSocketAddress("127.0.0.1", cassandra.port()), EmbeddedCassandra.DATACENTER, "full_disk"))));
    }

    /** @return the ids of the events that were acknowledged, by sequence */
    private Map<Long, UUID> appendUntilItFails(CassandraEventLog log) {
        Map<Long, UUID> acknowledged = new HashMap<>();
        long next = 0;
        int failures = 0;
        for (int i = 0; i < MOST_APPENDS && failures < FAILURES_IN_A_ROW; i++) {
            try {
                StoredEvent stored = log.append(new Append(STREAM, next - 1, List.of(large())))
                        .get(0);
                acknowledged.put(next++, stored.eventId());
                failures = 0;
            } catch (StaleVersionException moved) {
                // One of unknown outcome took effect after all.
                next++;
            } catch (OutcomeUnknownException | StoreUnavailableException full) {
                failures++;
            }
        }
        return acknowledged;
    }

    /** Of chance, so that it does not shrink. */
    private NewEvent large() {
        byte[] bytes = new byte[EVENT_BYTES];
        chance.nextBytes(bytes);
        return new NewEvent(
                new UUID(chance.nextLong(), chance.nextLong()),
                Appends.MORNING,
                StoredContent.NO_KEY,
                new EncodedEvent("large", 1, bytes),
                EventMetadata.of(Map.of()));
    }
}
