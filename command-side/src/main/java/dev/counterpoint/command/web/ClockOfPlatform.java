package dev.counterpoint.command.web;

import dev.counterpoint.domain.time.PlatformClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The platform's clock as the JDK's, for the validator. */
final class ClockOfPlatform extends Clock {
    private final PlatformClock clock;

    ClockOfPlatform(PlatformClock clock) {
        this.clock = clock;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** There is only UTC here. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return clock.now();
    }
}
