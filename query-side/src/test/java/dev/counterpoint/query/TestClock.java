package dev.counterpoint.query;

import dev.counterpoint.domain.time.PlatformClock;
import java.time.Duration;
import java.time.Instant;

/** A clock that a test moves. */
public final class TestClock implements PlatformClock {
    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public String name() {
        return "simulated";
    }

    public void advance(Duration span) {
        now = now.plus(span);
    }
}
