package dev.counterpoint.infra.cassandra.publication;

import dev.counterpoint.command.eventstore.Publication;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.EventPublisher;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.lease.Leases;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events on behind the appends, on a thread of its own, and makes good what does not arrive: what this process failed to hand on it
 * reads from the log and sends again; what a dead process may have left behind the living ones find by its intents. So every event that is in
 * the log arrives, some more than once. Closing waits a few seconds for what is on its way and leaves the rest to the others, or to the next start.
 */
public final class IntentPublication implements Publication, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IntentPublication.class);
    private static final int QUEUE = 16_000;
    private static final int HEARTBEATS_IN_A_LEASE = 4;
    private static final int LOOKS_IN_A_LEASE = 3;
    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final Duration CLOSE_POLL = Duration.ofMillis(10);

    private final EventPublisher publisher;
    private final Outstanding outstanding;
    private final Republisher republisher;
    private final Writer writer;
    private final DeadWriters deadWriters;
    /** One, so that events of a stream are handed over in order. */
    private final ThreadPoolExecutor handing = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), task -> thread(task, "publication"));

    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(task -> thread(task, "publication-lease"));
    private final ScheduledExecutorService sweeper =
            Executors.newSingleThreadScheduledExecutor(task -> thread(task, "publication-sweeper"));

    /** Takes its lease before it returns. */
    public IntentPublication(
            Cql cql, Leases leases, EventLog log, EventPublisher publisher, PublicationSettings settings, Clock clock) {
        Intents intents = new Intents(cql);
        this.publisher = publisher;
        this.outstanding = new Outstanding(settings.unsettledFor());
        this.republisher = new Republisher(log, publisher);
        this.writer = new Writer(intents, leases, outstanding, settings, clock, System::nanoTime);
        this.deadWriters = new DeadWriters(intents, leases, republisher, settings, System::nanoTime);
        writer.renew();
        every(heart, settings.lease().toMillis() / HEARTBEATS_IN_A_LEASE, writer::renew);
        every(sweeper, settings.sweepEvery().toMillis(), this::repair);
        every(sweeper, settings.lease().toMillis() / LOOKS_IN_A_LEASE, () -> deadWriters.sweep(writer.name()));
    }

    private static void every(ScheduledExecutorService executor, long ms, Runnable work) {
        executor.scheduleWithFixedDelay(() -> surviving(work), ms, ms, TimeUnit.MILLISECONDS);
    }

    private static void surviving(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.warn("publication is behind, trying again", failed);
        }
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void announce(StreamId stream, long expectedVersion) {
        Intent intent = new Intent(stream, expectedVersion);
        outstanding.announced(intent, writer.announce(intent), System.nanoTime());
    }

    @Override
    public void committed(List<StoredEvent> events) {
        if (!events.isEmpty()) {
            try {
                handing.execute(() -> hand(events));
            } catch (RejectedExecutionException full) {
                notArrived(events);
            }
        }
    }

    private void hand(List<StoredEvent> events) {
        try {
            publisher.publish(events).whenComplete((arrived, failed) -> {
                if (failed == null) {
                    outstanding.settled(events.get(0).stream(), expectedVersion(events));
                } else {
                    notArrived(events);
                }
            });
        } catch (RuntimeException failed) {
            notArrived(events);
        }
    }

    private void notArrived(List<StoredEvent> events) {
        outstanding.notArrived(events.get(0).stream(), expectedVersion(events));
    }

    private static long expectedVersion(List<StoredEvent> events) {
        return events.get(0).sequence() - 1;
    }

    @Override
    public void refused(StreamId stream, long expectedVersion) {
        outstanding.settled(stream, expectedVersion);
    }

    @Override
    public void unknown(StreamId stream, long expectedVersion) {
        outstanding.unknown(stream, expectedVersion, System.nanoTime());
    }

    private void repair() {
        long began = System.nanoTime();
        Sweep.through(
                outstanding.repairs(began),
                repair -> republisher
                        .after(repair.stream(), repair.afterVersion())
                        .thenAccept(through -> outstanding.repaired(repair, through, began)));
    }

    public PublicationFigures figures() {
        return new PublicationFigures(
                outstanding.size(), republisher.republished(), republisher.unreadable(), deadWriters.size());
    }

    @Override
    public void close() {
        handing.shutdown();
        awaitArrivals();
        heart.shutdownNow();
        sweeper.shutdownNow();
        surviving(writer::close);
    }

    private void awaitArrivals() {
        long deadline = System.nanoTime() + CLOSE.toNanos();
        while (outstanding.size() > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(CLOSE_POLL.toNanos());
        }
    }
}
