package dev.counterpoint.infra.cassandra.events;

import dev.counterpoint.domain.refusal.OutcomeUnknownException;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a conditional write until it is known what became of it. A timeout or a lost connection says nothing: the write may have been applied,
 * or may be later. So the condition is read, at serial consistency: where it still holds, the same write is sent again, which cannot take
 * effect twice; where it does not, the write is over, and the caller looks whose it was.
 *
 * @param attempts how often the write is sent at most
 * @param firstPause before the second attempt; doubled for each further one
 * @param atMost after which no further attempt begins
 */
record UntilSettled(int attempts, Duration firstPause, Duration atMost) {
    private static final Logger LOG = LoggerFactory.getLogger(UntilSettled.class);

    static final UntilSettled STANDARD = new UntilSettled(6, Duration.ofMillis(25), Duration.ofSeconds(15));

    /**
     * @param what is written, for the message
     * @param write answers whether it was applied
     * @param conditionHolds a serial read of what the write is conditional on
     * @return whether this very answer said that the write was applied; false where the condition does not hold (any more), be it by this write
     * @throws OutcomeUnknownException if neither became known
     */
    boolean send(String what, BooleanSupplier write, BooleanSupplier conditionHolds) {
        long deadline = System.nanoTime() + atMost.toNanos();
        StoreUnavailableException unknown = null;
        for (int attempt = 0; attempt < attempts && System.nanoTime() < deadline; attempt++) {
            try {
                if (unknown != null && isOver(attempt, conditionHolds)) {
                    return false;
                }
                return write.getAsBoolean();
            } catch (StoreUnavailableException again) {
                LOG.debug("outcome unknown, settling: what={} attempt={}", what, attempt, again);
                unknown = again;
            }
        }
        return settleAtLast(what, conditionHolds, unknown);
    }

    private boolean isOver(int attempt, BooleanSupplier conditionHolds) {
        LockSupport.parkNanos(firstPause.toNanos() << (attempt - 1));
        return !conditionHolds.getAsBoolean();
    }

    /** The condition may hold now and the last attempt still be under way: only the opposite is certain. */
    private static boolean settleAtLast(
            String what, BooleanSupplier conditionHolds, @Nullable StoreUnavailableException unknown) {
        try {
            if (!conditionHolds.getAsBoolean()) {
                return false;
            }
        } catch (StoreUnavailableException still) {
            LOG.debug("outcome still unknown: what={}", what, still);
        }
        LOG.warn("outcome unknown: what={}", what, unknown);
        throw new OutcomeUnknownException(what + " may or may not have taken effect", unknown);
    }
}
