package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.time.Micros;

/**
 * When a listener plays: float[24 + 7], plays by hour of the day, then by weekday from Monday, both in UTC, under the half-life of a
 * month. UTC, because an interaction does not say where it happened.
 */
final class Rhythm {
    static final int HOURS = 24;
    static final int WEEKDAYS = 7;
    static final int SLOTS = HOURS + WEEKDAYS;

    /** The first day of 1970 was a Thursday, the third after Monday. */
    private static final int FIRST_WEEKDAY = 3;

    private Rhythm() {}

    static int hourOf(long micros) {
        return (int) (micros % Micros.PER_DAY / (Micros.PER_DAY / HOURS));
    }

    static int weekdayOf(long micros) {
        return HOURS + (int) ((micros / Micros.PER_DAY + FIRST_WEEKDAY) % WEEKDAYS);
    }
}
