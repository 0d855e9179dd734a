package dev.counterpoint.infra.cassandra.publication;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.event.UnreadableEventException;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.EventPublisher;
import dev.counterpoint.domain.eventlog.StoredEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads events from the log and hands them on (again). Thread-safe. */
final class Republisher {
    private static final Logger LOG = LoggerFactory.getLogger(Republisher.class);
    private static final int PAGE = 500;

    private final EventLog log;
    private final EventPublisher publisher;
    private final LongAdder republished = new LongAdder();
    private final LongAdder unreadable = new LongAdder();

    Republisher(EventLog log, EventPublisher publisher) {
        this.log = log;
        this.publisher = publisher;
    }

    /**
     * Reads now, and hands on what follows a version; what is half way in the log included, for nobody else would hand it on.
     *
     * @return completes with the version up to which everything arrived
     */
    CompletionStage<Long> after(StreamId stream, long version) {
        log.settle(stream);
        CompletionStage<Void> arrived = CompletableFuture.completedFuture(null);
        long through = version;
        List<StoredEvent> page;
        do {
            page = page(stream, through);
            if (!page.isEmpty()) {
                republished.add(page.size());
                through = page.get(page.size() - 1).sequence();
                arrived = arrived.thenCombine(publisher.publish(page), (before, now) -> null);
            }
        } while (page.size() == PAGE);
        long last = through;
        return arrived.thenApply(all -> last);
    }

    /** An event that was changed in the log stops its stream and no other: consumers meet it in the log themselves. */
    private List<StoredEvent> page(StreamId stream, long after) {
        try {
            List<StoredEvent> page = log.read(stream, after + 1, PAGE);
            page.forEach(StoredEvent::intactContent);
            return page;
        } catch (UnreadableEventException poison) {
            unreadable.increment();
            LOG.error(
                    "stream cannot be published, an event in it is unreadable: stream={} after={}",
                    stream,
                    after,
                    poison);
            return List.of();
        }
    }

    long republished() {
        return republished.sum();
    }

    long unreadable() {
        return unreadable.sum();
    }
}
