package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.StreamId;
import java.util.List;
import java.util.function.Consumer;

/** All streams of an event log, in parts that can be walked side by side. Thread-safe. */
public interface StoredStreams {

    /** How many parts there are, about equal: the same as long as the store is the same. Each stream is in one of them. */
    int parts();

    /**
     * Tells of every stream of a part, in the order of {@link #walk}, whether it has events or only a head.
     *
     * @param part from 0
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if it cannot be read now
     */
    void forEach(int part, Consumer<StreamEnd> streams);

    /**
     * Walks one part, always in the same order, each stream whole and in the order of its sequences. Streams without events are passed over.
     *
     * @param part from 0
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if it cannot be read now; what was visited may be visited again
     */
    void walk(int part, Visitor visitor);

    /**
     * Where a stream ends, as far as its first partition tells.
     *
     * @param atLeast the sequence of an event that it has or had, -1 for none
     * @param mayGoOn whether it may be longer than that
     */
    record StreamEnd(StreamId stream, long atLeast, boolean mayGoOn) {}

    /** Told of each stream. */
    @FunctionalInterface
    interface Visitor {

        /** @param events all there are, at least one */
        void visit(StreamId stream, List<StoredEvent> events);
    }
}
