package dev.counterpoint.infra.server.faults;

import dev.counterpoint.command.eventstore.StoredSnapshot;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerSettingsChanged;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.refusal.OutcomeUnknownException;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import dev.counterpoint.infra.cassandra.publication.PublicationSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * A process that appends, stops for somebody to kill or freeze it where it is told to, and goes on if it is let. It writes down what it was told,
 * before it does anything else.
 */
final class WatchedWriter {
    static final String ACKNOWLEDGED = "acknowledged";
    static final String REACHED = "reached";
    static final String GO = "go";
    static final String DONE = "done";
    static final int STREAMS = 5;
    static final int EVENTS = 3;

    private final Path folder;
    private final CrashPoint point;
    private final AtomicBoolean isArmed = new AtomicBoolean();
    private final WatchedStore store;
    private final long[] ends = new long[STREAMS];

    private WatchedWriter(String[] arguments) {
        this.folder = Path.of(arguments[0]);
        this.point = CrashPoint.valueOf(arguments[1]);
        this.store =
                new WatchedStore(Integer.parseInt(arguments[2]), arguments[3], settings(arguments[4]), this::reached);
    }

    static PublicationSettings settings(String name) {
        return name.equals("standard")
                ? PublicationSettings.STANDARD
                : new PublicationSettings(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMillis(500));
    }

    /** @param arguments folder, point, port of Cassandra, address of Kafka, settings of the publication */
    public static void main(String[] arguments) {
        new WatchedWriter(arguments).run();
    }

    private void run() {
        if (point != CrashPoint.DURING_SWEEP) {
            appendSome();
            awaitArrivals();
        }
        isArmed.set(true);
        strike();
        if (point != CrashPoint.DURING_SWEEP) {
            appendSome();
        }
        awaitArrivals();
        note(DONE, "");
        store.close();
    }

    private void appendSome() {
        for (int i = 0; i < 2 * STREAMS; i++) {
            append(i % STREAMS);
        }
    }

    /** One step that passes the point. */
    private void strike() {
        switch (point) {
            case AFTER_UNKNOWN -> {
                store.makeNextOutcomeUnknown();
                append(0);
            }
            case BEFORE_SNAPSHOT -> {
                append(0);
                snapshot();
            }
            case DURING_SWEEP -> awaitFile(folder.resolve(REACHED));
            default -> append(0);
        }
    }

    /** One that is lost costs time, nothing else. */
    private void snapshot() {
        try {
            store.snapshots()
                    .store(new StoredSnapshot(
                            new StreamId(stream(0)),
                            ends[0] - 1,
                            Instant.now().truncatedTo(ChronoUnit.MICROS),
                            new EncodedEvent("crash-test", 1, new byte[] {1})));
        } catch (StoreUnavailableException away) {
            note("snapshot-lost", "");
        }
    }

    private void append(int number) {
        long first = ends[number];
        try {
            store.engine().appendEvents(messages(stream(number), first, EVENTS));
            note(ACKNOWLEDGED, stream(number) + " " + first + "\n");
            ends[number] += EVENTS;
        } catch (OutcomeUnknownException | StoreUnavailableException unknown) {
            // As a client would: the same again, which finds what is there.
            LockSupport.parkNanos(200_000_000L);
            append(number);
        }
    }

    private String stream(int number) {
        return streamOf(folder, number);
    }

    static String streamOf(Path folder, int number) {
        return "l-" + folder.getFileName() + "-" + number;
    }

    static UUID eventId(String stream, long sequence) {
        return UUID.nameUUIDFromBytes((stream + "/" + sequence).getBytes(StandardCharsets.UTF_8));
    }

    static List<DomainEventMessage<?>> messages(String stream, long first, int count) {
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (long sequence = first; sequence < first + count; sequence++) {
            messages.add(new GenericDomainEventMessage<>(
                    "listener",
                    stream,
                    sequence,
                    new ListenerSettingsChanged(ListenerSettings.defaults()),
                    Map.of(),
                    eventId(stream, sequence).toString(),
                    Instant.now()));
        }
        return messages;
    }

    private void reached(CrashPoint where) {
        if (where == point && isArmed.compareAndSet(true, false)) {
            note(REACHED, "");
            awaitFile(folder.resolve(GO));
        }
    }

    private void awaitArrivals() {
        while (store.outstanding() > 0) {
            LockSupport.parkNanos(20_000_000L);
        }
    }

    private static void awaitFile(Path file) {
        while (!Files.exists(file)) {
            LockSupport.parkNanos(20_000_000L);
        }
    }

    private void note(String file, String line) {
        try {
            Files.writeString(
                    folder.resolve(file),
                    line,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a writer with this folder was told is there: streams with the first sequences of its appends. */
    static List<Map.Entry<String, Long>> acknowledged(Path folder) throws IOException {
        Path file = folder.resolve(ACKNOWLEDGED);
        return !Files.exists(file)
                ? List.of()
                : Files.readAllLines(file).stream()
                        .map(line -> line.split(" "))
                        .map(words -> Map.entry(words[0], Long.parseLong(words[1])))
                        .toList();
    }
}
