package dev.counterpoint.command;

import dev.counterpoint.domain.time.PlatformClock;
import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until it is moved. */
public final class TestClock implements PlatformClock {
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public String name() {
        return "simulated";
    }

    public void move(Duration duration) {
        now = now.plus(duration);
    }
}
