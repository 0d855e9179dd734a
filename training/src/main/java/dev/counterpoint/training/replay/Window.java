package dev.counterpoint.training.replay;

import java.time.Duration;
import java.time.Instant;

/**
 * Which pages are replayed: those that were served in a span of time, early enough that what listeners did with them is known.
 *
 * @param from served then or later
 * @param to served before then
 */
public record Window(Instant from, Instant to) {
    /**
     * For how long after a page what its listener did, as recorded, is credited to it. A page that is older is settled: what is recorded of
     * it later changes nothing, so a training gets the same rows whenever it runs.
     */
    public static final Duration CREDIT = Duration.ofHours(1);

    /** Whether a page that was served then is among them. */
    public boolean includes(Instant servedAt) {
        return !servedAt.isBefore(from) && servedAt.isBefore(to);
    }
}
