package dev.counterpoint.query.statistics;

import dev.counterpoint.domain.event.EventBatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads what is published, of all streams, by its place in the partitions, and shares it with nobody. */
public interface EventOffsets {

    /**
     * Begins to read.
     *
     * @param covered the last offset that the caller knows, by partition; a partition that is not named is read from its beginning
     * @param before how many records of each partition to read again that lie before that, at most, ≥ 0
     */
    Reading after(Map<Integer, Long> covered, long before);

    /** Goes through the partitions, each in its order. Not thread-safe. */
    interface Reading extends AutoCloseable {

        /**
         * What comes next; no batch has records from both sides of where the caller's knowledge ends.
         *
         * @param patience how long to wait for something
         * @return empty if nothing arrived
         */
        List<EventBatch> next(Duration patience);

        /** Whether something was published that did not come yet: nothing that arrives in time need not mean that nothing is there. */
        boolean isBehind();

        @Override
        void close();
    }
}
