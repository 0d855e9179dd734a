package dev.counterpoint.training.replay;

import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import java.util.List;

/** The streams of all listeners, in parts that can be walked side by side. Thread-safe. */
public interface ListenerStreams {

    /** How many parts there are: the same as long as the store is the same. Each stream is in one of them. */
    int parts();

    /**
     * Walks one part, always in the same order, each stream whole and in the order of its sequences.
     *
     * @param part from 0
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if it cannot be read now; what was visited may be visited again
     */
    void walk(int part, Visitor visitor);

    /** Told of each stream. */
    @FunctionalInterface
    interface Visitor {

        /** @param events all there are, at least one */
        void visit(StreamId stream, List<RecordedEvent> events);
    }
}
