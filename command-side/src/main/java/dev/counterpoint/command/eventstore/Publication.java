package dev.counterpoint.command.eventstore;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.StoredEvent;
import java.util.List;

/** What happens around an append so that its events reach their consumers, whatever dies in between. Thread-safe. */
public interface Publication {

    /**
     * Notes durably that a stream is about to change. Returns when the note is durable.
     *
     * @param expectedVersion the sequence of the event that the new ones follow
     */
    void announce(StreamId stream, long expectedVersion);

    /**
     * The announced events are in the log: hands them on. Does not wait for their arrival and does not fail.
     *
     * @param events all that were announced together
     */
    void committed(List<StoredEvent> events);

    /** The announced events were refused: there is nothing to hand on. */
    void refused(StreamId stream, long expectedVersion);

    /** Whether the announced events are in the log is not known: they are handed on if they turn up there. */
    void unknown(StreamId stream, long expectedVersion);

    /** Nobody listens. */
    static Publication none() {
        return new Publication() {
            @Override
            public void announce(StreamId stream, long expectedVersion) {}

            @Override
            public void committed(List<StoredEvent> events) {}

            @Override
            public void refused(StreamId stream, long expectedVersion) {}

            @Override
            public void unknown(StreamId stream, long expectedVersion) {}
        };
    }
}
