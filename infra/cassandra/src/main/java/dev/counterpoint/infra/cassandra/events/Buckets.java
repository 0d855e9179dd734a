package dev.counterpoint.infra.cassandra.events;

import dev.counterpoint.domain.eventlog.Append;

/**
 * How streams are cut into partitions. An append goes whole to bucket {@code (expected version + 1) / size}, even past the bucket's end; so an
 * event stands in its nominal bucket {@code seq / size}, or, as the rest of an append, in the one before.
 *
 * @param size sequences to a bucket; fixed for the life of the data. No append may have more events than that
 */
record Buckets(int size) {
    static final Buckets STANDARD = new Buckets(8192);

    Buckets {
        if (size < 2) {
            throw new IllegalArgumentException("a bucket has room for at least 2 events, not " + size);
        }
    }

    /** The bucket of an append that follows a version, -1 for the first one. */
    int ofAppendAfter(long expectedVersion) {
        return Math.toIntExact((expectedVersion + 1) / size);
    }

    /** The bucket where a reader begins that wants a sequence and what follows it. */
    int toReadFrom(long sequence) {
        int nominal = Math.toIntExact(sequence / size);
        boolean mayStandBefore = nominal > 0 && sequence % size < largestAppend() - 1;
        return mayStandBefore ? nominal - 1 : nominal;
    }

    /** Whether no event below a sequence stands in a bucket. */
    boolean beginsAtOrAfter(int bucket, long sequence) {
        return (long) bucket * size >= sequence;
    }

    int largestAppend() {
        return Math.min(Append.MAX_EVENTS, size);
    }
}
