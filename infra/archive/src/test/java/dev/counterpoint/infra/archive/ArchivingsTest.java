package dev.counterpoint.infra.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.contracts.eventstore.Appends;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.query.archive.ArchiveProgress;
import dev.counterpoint.query.archive.Archivings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivingsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @TempDir
    private Path folder;

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final ExecutorService work = Executors.newSingleThreadExecutor();

    private static final class Standing implements PlatformClock {
        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public String name() {
            return "standing";
        }
    }

    @AfterEach
    void endWork() {
        work.shutdownNow();
    }

    private Archivings archivings(StoredStreams streams) {
        return new Archivings(new ArchiveFolder(folder), streams, log, new Standing(), work);
    }

    private ArchiveProgress ended(Archivings archivings) throws Exception {
        ArchiveProgress started = archivings.start();
        work.submit(() -> {}).get(30, TimeUnit.SECONDS);
        return archivings.find(started.id()).orElseThrow();
    }

    private Map<StreamId, Integer> archived(ArchiveProgress ended) {
        StoredStreams streams = new ArchiveFolder(folder).open(ended.manifest());
        Map<StreamId, Integer> sizes = new HashMap<>();
        for (int part = 0; part < streams.parts(); part++) {
            streams.walk(part, (stream, events) -> sizes.put(stream, events.size()));
        }
        return sizes;
    }

    @Test
    void what_is_not_settled_is_left_for_the_next_archive() throws Exception {
        StreamId half = Appends.freshStream();
        StreamId fresh = Appends.freshStream();
        log.append(new Append(half, -1, List.of(Appends.anEventAt(NOW.minusSeconds(60)), Appends.anEventAt(NOW))));
        log.append(new Append(fresh, -1, List.of(Appends.anEventAt(NOW))));

        ArchiveProgress ended = ended(archivings(log));

        assertThat(ended.percent()).isEqualTo(100);
        assertThat(archived(ended)).isEqualTo(Map.of(half, 1));
    }

    @Test
    void a_scan_that_is_not_whole_is_read_again_by_key() throws Exception {
        StreamId stream = Appends.freshStream();
        log.append(Appends.of(stream, -1, 9));
        StoredStreams gappy = scanned(events -> events.remove(4));

        assertThat(archived(ended(archivings(gappy)))).isEqualTo(Map.of(stream, 9));
    }

    @Test
    void a_stream_that_is_broken_in_the_store_ends_the_archive_and_is_named() throws Exception {
        StreamId stream = Appends.freshStream();
        log.append(Appends.of(stream, -1, 9));
        log.purge(stream, 3);

        ArchiveProgress ended = ended(archivings(log));

        assertThat(ended.manifest()).isNull();
        assertThat(ended.failure()).contains("event 0 of stream " + stream);
        assertThat(new ArchiveFolder(folder).finished()).isEmpty();
    }

    @Test
    void an_archive_that_was_given_up_goes_on_where_it_stopped() throws Exception {
        List<Integer> walked = new ArrayList<>();
        boolean[] broken = {true};
        StoredStreams counting = new Forwarding(log) {
            @Override
            public void walk(int part, Visitor visitor) {
                walked.add(part);
                if (part == 2 && broken[0]) {
                    throw new IllegalStateException("the disk is full");
                }
                super.walk(part, visitor);
            }
        };
        log.append(Appends.of(Appends.freshStream(), -1, 5));
        Archivings archivings = archivings(counting);

        ArchiveProgress first = ended(archivings);
        broken[0] = false;
        ArchiveProgress second = ended(archivings);

        assertThat(first.failure()).isNotNull();
        assertThat(first.percent()).isEqualTo(50);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.manifest()).isNotNull();
        assertThat(walked).containsExactly(0, 1, 2, 2, 3);
    }

    private StoredStreams scanned(Consumer<List<StoredEvent>> damage) {
        return new Forwarding(log) {
            @Override
            public void walk(int part, Visitor visitor) {
                super.walk(part, (stream, events) -> {
                    List<StoredEvent> damaged = new ArrayList<>(events);
                    damage.accept(damaged);
                    visitor.visit(stream, damaged);
                });
            }
        };
    }

    private static class Forwarding implements StoredStreams {
        private final StoredStreams to;

        Forwarding(StoredStreams to) {
            this.to = to;
        }

        @Override
        public int parts() {
            return to.parts();
        }

        @Override
        public void forEach(int part, Consumer<StreamEnd> streams) {
            to.forEach(part, streams);
        }

        @Override
        public void walk(int part, Visitor visitor) {
            to.walk(part, visitor);
        }
    }
}
