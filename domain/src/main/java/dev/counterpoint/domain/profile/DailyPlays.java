package dev.counterpoint.domain.profile;

/** Plays on each of seven days (UTC), nine bits a day in one long, the newest day lowest; a day counts up to 511. */
final class DailyPlays {
    static final int DAYS = 7;

    private static final int BITS = 9;
    private static final long MOST = (1L << BITS) - 1;
    private static final long ALL = (1L << DAYS * BITS) - 1;

    private DailyPlays() {}

    /** The same plays, with the newest day moved on by so many days. */
    static long shifted(long plays, long days) {
        return days >= DAYS ? 0 : plays << days * BITS & ALL;
    }

    /** One play more, so many days before the newest; nothing changes beyond the seventh day. */
    static long added(long plays, long daysBefore) {
        if (daysBefore >= DAYS) {
            return plays;
        }
        long shift = daysBefore * BITS;
        return (plays >>> shift & MOST) == MOST ? plays : plays + (1L << shift);
    }

    static int sum(long plays) {
        int total = 0;
        for (long left = plays; left != 0; left >>>= BITS) {
            total += (int) (left & MOST);
        }
        return total;
    }
}
