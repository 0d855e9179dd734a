package dev.counterpoint.domain.time;

import java.time.Instant;

/** Instants as microseconds since 1970, the unit in which the platform keeps time. */
public final class Micros {
    public static final long PER_DAY = 86_400_000_000L;

    private static final long PER_SECOND = 1_000_000L;
    private static final long LAST_SECOND = Long.MAX_VALUE / PER_SECOND - 1;

    private Micros() {}

    /** Never below 0: an instant before 1970 counts as 1970, and one beyond the year 294,000 as that. */
    public static long of(Instant instant) {
        long second = Math.min(Math.max(instant.getEpochSecond(), 0), LAST_SECOND);
        return instant.getEpochSecond() < 0 ? 0 : second * PER_SECOND + instant.getNano() / 1_000;
    }

    /** @param micros ≥ 0 */
    public static Instant toInstant(long micros) {
        return Instant.ofEpochSecond(micros / PER_SECOND, micros % PER_SECOND * 1_000);
    }
}
