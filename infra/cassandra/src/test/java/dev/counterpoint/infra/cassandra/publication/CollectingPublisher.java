package dev.counterpoint.infra.cassandra.publication;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.EventPublisher;
import dev.counterpoint.domain.eventlog.StoredEvent;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Where events arrive, while it is open. */
final class CollectingPublisher implements EventPublisher {
    private final Queue<StoredEvent> arrived = new ConcurrentLinkedQueue<>();
    private volatile boolean open = true;

    @Override
    public CompletionStage<Void> publish(List<StoredEvent> events) {
        if (!open) {
            return CompletableFuture.failedFuture(new IllegalStateException("nobody is there"));
        }
        arrived.addAll(events);
        return CompletableFuture.completedFuture(null);
    }

    void open(boolean open) {
        this.open = open;
    }

    /** The sequences of a stream that arrived, in the order of their arrival. */
    List<Long> sequencesOf(StreamId stream) {
        return arrived.stream()
                .filter(event -> event.stream().equals(stream))
                .map(StoredEvent::sequence)
                .toList();
    }
}
