package dev.counterpoint.domain.event;

import java.util.List;

/** Reads streams as they were recorded. Thread-safe. What was acknowledged before a call is seen by it. */
public interface EventHistory {

    /**
     * The events of a stream after a sequence, oldest first, without gaps.
     *
     * @param afterSequence -1 for the beginning
     * @param limit at least 1; fewer events than that mean that the end of the stream was reached
     */
    List<RecordedEvent> after(StreamId stream, long afterSequence, int limit);

    /** The highest sequence of a stream, -1 where it has none. */
    long head(StreamId stream);
}
