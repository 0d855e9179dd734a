package dev.counterpoint.domain.lease;

import dev.counterpoint.domain.time.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Leases within one process. */
public final class InMemoryLeases implements Leases {
    private final PlatformClock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    public InMemoryLeases(PlatformClock clock) {
        this.clock = clock;
    }

    @Override
    public boolean acquire(String name, String holder, Duration span) {
        Instant now = clock.now();
        Held after = held.compute(
                name,
                (work, present) ->
                        present == null || present.isFree(holder, now) ? new Held(holder, now.plus(span)) : present);
        return after.holder.equals(holder);
    }

    @Override
    public void release(String name, String holder) {
        held.computeIfPresent(name, (work, present) -> present.holder.equals(holder) ? null : present);
    }

    private record Held(String holder, Instant until) {
        boolean isFree(String asking, Instant now) {
            return holder.equals(asking) || !until.isAfter(now);
        }
    }
}
