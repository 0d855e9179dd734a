package dev.counterpoint.infra.benchmarks.eventstore;

/** One way to append events to the end of a stream. */
interface Appending {

    /** @param first the sequence of the first one; the stream ends before it */
    void append(String stream, long first, int count);
}
