package dev.counterpoint.domain.time;

import java.time.Instant;

/** The time that the platform lives by. Decisions cite which clock it was. Thread-safe. */
public interface PlatformClock {

    /** Now, in whole microseconds. */
    Instant now();

    /** {@code system} or {@code simulated}. */
    String name();
}
