package dev.counterpoint.domain.feature;

import dev.counterpoint.domain.time.Micros;
import java.time.Instant;

/**
 * Where and when a page is asked for.
 *
 * @param surface the client's word for its screen, such as phone
 * @param localMinute minutes since midnight where the listener is, 0 to 1,439
 * @param weekday where the listener is, 0 (Monday) to 6
 */
public record PageContext(String surface, int localMinute, int weekday) {
    private static final int MINUTES = 1_440;

    /** 1 January 1970 was a Thursday. */
    private static final int FIRST_WEEKDAY = 3;

    public PageContext {
        if (localMinute < 0 || localMinute >= MINUTES || weekday < 0 || weekday > 6) {
            throw new IllegalArgumentException("no minute " + localMinute + " of a weekday " + weekday);
        }
    }

    /** @param utcOffsetMinutes local time minus UTC */
    public static PageContext at(String surface, Instant now, int utcOffsetMinutes) {
        long local = Micros.of(now) / 60_000_000 + utcOffsetMinutes;
        long day = Math.floorDiv(local, MINUTES);
        return new PageContext(
                surface, (int) Math.floorMod(local, (long) MINUTES), (int) Math.floorMod(day + FIRST_WEEKDAY, 7L));
    }
}
