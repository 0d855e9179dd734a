package dev.counterpoint.query.load;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Lets so many pieces of work run at a time. Others wait a short while for a place, first come first served, and about as many may wait
 * as may run: who comes later is refused at once, since a longer queue would only be a longer way to the same refusal. Work within work
 * takes a place of its own. Thread-safe.
 */
public final class ConcurrencyLimit {
    private final int size;
    private final Duration patience;
    private final Semaphore places;
    private final LongAdder refused = new LongAdder();

    /**
     * @param size how many run at a time, at least 1
     * @param patience for how long work waits for a place, at least 0
     */
    public ConcurrencyLimit(int size, Duration patience) {
        if (size < 1 || patience.isNegative()) {
            throw new IllegalArgumentException(
                    "size is at least 1 and patience at least 0, not " + size + ", " + patience);
        }
        this.size = size;
        this.patience = patience;
        this.places = new Semaphore(size, true);
    }

    /** @throws OverloadedException if there is no place in time: then nothing of the work has run */
    public <T> T within(Supplier<T> work) {
        if (!enter()) {
            refused.increment();
            throw new OverloadedException();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        if (waiting() >= size) {
            return false;
        }
        try {
            return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many run now. */
    public int running() {
        return size - places.availablePermits();
    }

    /** How many wait now, about. */
    public int waiting() {
        return places.getQueueLength();
    }

    /** How many were refused so far. */
    public long refused() {
        return refused.sum();
    }
}
