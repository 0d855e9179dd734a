package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.refusal.OutcomeUnknownException;
import java.util.List;

/**
 * The store of all streams. Sequences of a stream start at 0 and have no gaps; there is no order between streams. Thread-safe, and safe
 * across processes: of appends that expect the same version exactly one is written. What was acknowledged is seen by every later call.
 */
public interface EventLog {

    /**
     * Writes the events of an append, all or none. The same append again ({@link Append#isRecordedAs}), while its events are where they would
     * go, writes nothing and answers as the first time.
     *
     * @return the events as they stand in the log
     * @throws StaleVersionException if the stream is not at the expected version; nothing was written
     * @throws StreamSealedException if the stream takes no more events; nothing was written
     * @throws OutcomeUnknownException if it could not be settled whether the events were written
     */
    List<StoredEvent> append(Append append);

    /**
     * The events of a stream from a sequence on, oldest first.
     *
     * @param firstSequence from 0
     * @param limit at least 1; fewer events than that mean that the end of the stream was reached
     */
    List<StoredEvent> read(StreamId stream, long firstSequence, int limit);

    StreamHead head(StreamId stream);

    /**
     * Brings to an end what is half way written to a stream, if it can be half way: afterwards it is seen, or was overtaken. What somebody only
     * begins to write later is not covered.
     */
    default void settle(StreamId stream) {}

    /**
     * Ends a stream for ever: no append is taken after it. The head stays where it is, also for a stream that has no events. Sealing
     * again changes nothing.
     *
     * @return the head, sealed
     * @throws OutcomeUnknownException if it could not be settled whether the stream was sealed
     */
    StreamHead seal(StreamId stream);

    /**
     * Takes events of a stream away, up to a sequence. The head stays where it is, so the sequences are never given out again.
     *
     * @throws OutcomeUnknownException if it could not be settled whether they are gone
     */
    void purge(StreamId stream, long throughSequence);
}
