package dev.counterpoint.command.stream;

import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores snapshots behind the commands, on one thread. A snapshot that finds the queue full is dropped: the next one serves. */
final class SnapshotWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotWriter.class);
    private static final int QUEUE = 64;

    private final EventStore store;
    private final CommandStatistics statistics;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            0, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), task -> daemon(task, "snapshots"));

    SnapshotWriter(EventStore store, CommandStatistics statistics) {
        this.store = store;
        this.statistics = statistics;
    }

    /** Never fails: what is lost is counted. */
    void store(String type, String stream, long sequence, StateSnapshot snapshot, Instant recordedAt) {
        try {
            thread.execute(() -> storeNow(type, stream, sequence, snapshot, recordedAt));
        } catch (RejectedExecutionException full) {
            statistics.snapshotsLost.increment();
        }
    }

    private void storeNow(String type, String stream, long sequence, StateSnapshot snapshot, Instant recordedAt) {
        try {
            String id = EventIds.ofCause(stream, "snapshot:" + sequence).toString();
            store.storeSnapshot(new GenericDomainEventMessage<>(
                    type, stream, sequence, snapshot, MetaData.emptyInstance(), id, recordedAt));
            statistics.snapshotsStored.increment();
        } catch (RuntimeException e) {
            statistics.snapshotsLost.increment();
            LOG.warn("a snapshot was not stored: stream={} sequence={}", stream, sequence, e);
        }
    }

    /** Waits at most five seconds for what is queued. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
