package dev.counterpoint.domain.time;

/**
 * The half-lives with which the past fades: an event of weight 1 weighs 1/2 after one of them, 1/4 after two.
 *
 * <p>Computed with StrictMath, so that every machine gives the same bits.
 */
public enum HalfLife {
    HOUR(1),
    DAY(24),
    WEEK(7 * 24),
    /** Four weeks, so that every weekday counts alike. */
    MONTH(28 * 24);

    /** How many there are: the length of every array that is indexed by {@link #ordinal()}. */
    public static final int COUNT = 4;

    private static final long MICROS_PER_HOUR = 3_600_000_000L;
    private static final double LN_2 = StrictMath.log(2);

    private final long micros;

    HalfLife(long hours) {
        this.micros = hours * MICROS_PER_HOUR;
    }

    /** The half-life itself, in microseconds. */
    public long micros() {
        return micros;
    }

    /** What is left of weight 1 after a time in microseconds: within [0, 1], and 1 for a time below 0. */
    public double after(long elapsedMicros) {
        return elapsedMicros <= 0 ? 1 : StrictMath.exp(-LN_2 * ((double) elapsedMicros / micros));
    }

    /** 2 to the number of half-lives in a time, which may be negative: the reciprocal of fading. */
    public double growth(long elapsedMicros) {
        return elapsedMicros == 0 ? 1 : StrictMath.exp(LN_2 * ((double) elapsedMicros / micros));
    }
}
