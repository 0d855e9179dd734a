package dev.counterpoint.domain.eventlog;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Hands events to their consumers as they stand in the log. At least once: the same event may be handed over again, and consumers are idempotent by
 * sequence. Events of one stream that are handed over one call after the other arrive in that order. Thread-safe.
 */
public interface EventPublisher {

    /**
     * @param events in the order of their streams
     * @return completes when all events are durable at the receiving end, exceptionally when one of them may not be
     */
    CompletionStage<Void> publish(List<StoredEvent> events);
}
