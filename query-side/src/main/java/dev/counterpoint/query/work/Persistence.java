package dev.counterpoint.query.work;

import dev.counterpoint.domain.refusal.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Lets work of hours outlive a store that is away for a while.
 *
 * @param tries of one step, at least 1
 * @param between two tries
 */
public record Persistence(int tries, Duration between) {
    private static final int TRIES = 20;

    /** Twenty tries. */
    public static Persistence pausing(Duration between) {
        return new Persistence(TRIES, between);
    }

    /** @throws StoreUnavailableException if the store is away at every try */
    public <T> T until(Supplier<T> step) {
        for (int attempt = 1; ; attempt++) {
            try {
                return step.get();
            } catch (StoreUnavailableException away) {
                if (attempt == tries) {
                    throw away;
                }
                LockSupport.parkNanos(between.toNanos());
            }
        }
    }
}
