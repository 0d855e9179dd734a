package dev.counterpoint.infra.cassandra.events;

import dev.counterpoint.domain.eventlog.StreamHead;

/** Where a stream ends, and in which bucket that event (or, of a stream without events, its seal) stands; -1 for an empty stream. */
record BucketHead(StreamHead head, int bucket) {

    boolean standsIn(int other) {
        return bucket == other;
    }
}
