package dev.counterpoint.domain.event;

import java.util.List;

/**
 * Events as they arrive from one partition, those of a stream in the order in which they were handed over. Some may have come before.
 *
 * @param partition from 0
 * @param firstOffset of the batch
 * @param nextOffset where the partition goes on after it
 */
public record EventBatch(int partition, long firstOffset, long nextOffset, List<RecordedEvent> events) {
    public EventBatch {
        events = List.copyOf(events);
    }
}
