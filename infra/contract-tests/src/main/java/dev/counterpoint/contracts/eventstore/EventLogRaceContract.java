package dev.counterpoint.contracts.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.NewEvent;
import dev.counterpoint.domain.eventlog.StaleVersionException;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StreamHead;
import dev.counterpoint.domain.eventlog.StreamSealedException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an event log promises to many callers at the same time. */
public abstract class EventLogRaceContract {
    private static final int THREADS = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final StreamId stream = Appends.freshStream();

    /** Gives every thread a log of its own, as if it were a process of its own. */
    protected abstract EventLog logOfAnotherProcess();

    /** How many events the log takes in one append. */
    protected int largestAppend() {
        return 8;
    }

    @AfterEach
    void stopThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void of_eight_appends_that_expect_the_same_version_exactly_one_wins() throws Exception {
        for (int version = -1; version < 11; version++) {
            long expected = version;
            List<Boolean> won = inEveryThread(thread -> {
                EventLog log = logOfAnotherProcess();
                return () -> tryAppend(log, Appends.of(stream, expected, 1)).isPresent();
            });
            assertThat(won).as("winners after version %d", expected).containsOnlyOnce(true);
        }
        assertThat(logOfAnotherProcess().read(stream, 0, 100)).hasSize(12);
    }

    @Test
    void of_eight_contents_under_the_same_id_exactly_one_wins_and_is_there() throws Exception {
        for (int version = -1; version < 11; version++) {
            long expected = version;
            NewEvent event = Appends.anEvent();
            List<Optional<List<StoredEvent>>> won = inEveryThread(thread -> {
                EventLog log = logOfAnotherProcess();
                Append append = new Append(stream, expected, List.of(Appends.withOtherContent(event)));
                return () -> tryAppend(log, append);
            });

            assertThat(won.stream().flatMap(Optional::stream))
                    .as("winners after version %d", expected)
                    .containsExactly(logOfAnotherProcess().read(stream, expected + 1, 100));
        }
    }

    @Test
    void racing_appends_of_all_sizes_leave_no_gap_and_lose_nothing() throws Exception {
        Queue<List<StoredEvent>> acknowledged = new ConcurrentLinkedQueue<>();
        inEveryThread(thread -> {
            EventLog log = logOfAnotherProcess();
            Random sizes = new Random(thread);
            return () -> {
                for (int round = 0; round < 12; round++) {
                    acknowledged.add(appendAtTheEnd(log, sizes));
                }
                return true;
            };
        });

        List<StoredEvent> there = logOfAnotherProcess().read(stream, 0, 10_000);
        assertThat(there)
                .extracting(StoredEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.range(0, there.size()).boxed().toList());
        assertThat(acknowledged).hasSize(12 * THREADS);
        assertThat(acknowledged.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void nothing_is_acknowledged_behind_a_seal() throws Exception {
        Queue<List<StoredEvent>> acknowledged = new ConcurrentLinkedQueue<>();
        Queue<StreamHead> seals = new ConcurrentLinkedQueue<>();
        inEveryThread(thread -> {
            EventLog log = logOfAnotherProcess();
            return thread == 0 ? () -> seals.add(sealAfterSomeEvents(log)) : () -> appendUntilSealed(log, acknowledged);
        });

        StreamHead sealed = seals.remove();
        EventLog log = logOfAnotherProcess();
        assertThat(log.head(stream)).isEqualTo(sealed);
        List<StoredEvent> there = log.read(stream, 0, 10_000);
        assertThat(there).hasSize((int) sealed.sequence() + 1);
        assertThat(acknowledged.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(there);
    }

    private StreamHead sealAfterSomeEvents(EventLog log) {
        while (log.head(stream).sequence() < 20) {
            Thread.onSpinWait();
        }
        return log.seal(stream);
    }

    private boolean appendUntilSealed(EventLog log, Queue<List<StoredEvent>> acknowledged) {
        Random sizes = new Random(7);
        while (true) {
            try {
                acknowledged.add(appendAtTheEnd(log, sizes));
            } catch (StreamSealedException sealed) {
                return true;
            }
        }
    }

    private List<StoredEvent> appendAtTheEnd(EventLog log, Random sizes) {
        int size = 1 + sizes.nextInt(largestAppend());
        while (true) {
            Append append = Appends.of(stream, log.head(stream).sequence(), size);
            Optional<List<StoredEvent>> stored = tryAppend(log, append);
            if (stored.isPresent()) {
                return stored.get();
            }
        }
    }

    private static Optional<List<StoredEvent>> tryAppend(EventLog log, Append append) {
        try {
            return Optional.of(log.append(append));
        } catch (StaleVersionException lost) {
            return Optional.empty();
        }
    }

    private interface Work<T> {
        Callable<T> of(int thread);
    }

    private <T> List<T> inEveryThread(Work<T> work) throws InterruptedException {
        List<Callable<T>> calls = IntStream.range(0, THREADS).mapToObj(work::of).toList();
        return threads.invokeAll(calls).stream()
                .map(EventLogRaceContract::result)
                .toList();
    }

    private static <T> T result(Future<T> done) {
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError("a thread of the race failed", failed);
        }
    }
}
