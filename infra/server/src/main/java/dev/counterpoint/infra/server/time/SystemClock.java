package dev.counterpoint.infra.server.time;

import dev.counterpoint.domain.time.PlatformClock;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time of the machine, cut to microseconds. */
public final class SystemClock implements PlatformClock {
    private final Clock clock = Clock.systemUTC();

    @Override
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public String name() {
        return "system";
    }
}
