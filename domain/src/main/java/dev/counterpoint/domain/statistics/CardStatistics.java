package dev.counterpoint.domain.statistics;

import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.time.HalfLife;

/**
 * What all listeners together did with one card. Plays that fade are kept as {@code log2 Σ 2^(t/halfLife)}, t their times since 1970
 * (forward decay in the logarithm: Cormode, Shkapenyuk, Srivastava and Xu 2009): their order is that of the faded plays at whatever time
 * they are read, so a card at rest needs no update; {@link #UNPLAYED} for a card without plays.
 *
 * @param popularity plays with a half-life of a week
 * @param hourly plays with a half-life of an hour; those that were counted before it was kept are not in it
 * @param daily plays with a half-life of a day; likewise
 */
public record CardStatistics(double popularity, Responses responses, double hourly, double daily) {
    /** Below every popularity of a played card, and finite. */
    public static final double UNPLAYED = -1;

    private static final CardStatistics NONE = new CardStatistics(UNPLAYED, Responses.none(), UNPLAYED, UNPLAYED);
    private static final double LN_2 = StrictMath.log(2);

    /** Of a card that nobody ever met. */
    public static CardStatistics none() {
        return NONE;
    }

    CardStatistics plus(InteractionType type, boolean credited, long atMicros) {
        Responses more = responses.plus(type, credited, atMicros);
        return type == InteractionType.PLAY
                ? new CardStatistics(
                        withPlay(popularity, HalfLife.WEEK, atMicros),
                        more,
                        withPlay(hourly, HalfLife.HOUR, atMicros),
                        withPlay(daily, HalfLife.DAY, atMicros))
                : new CardStatistics(popularity, more, hourly, daily);
    }

    /** log2 of the plays that fade with an hour, as of a moment in microseconds; -infinity where there were none. */
    public double log2Hourly(long nowMicros) {
        return log2At(hourly, HalfLife.HOUR, nowMicros);
    }

    /** log2 of the plays that fade with a day, as of a moment in microseconds; -infinity where there were none. */
    public double log2Daily(long nowMicros) {
        return log2At(daily, HalfLife.DAY, nowMicros);
    }

    private static double log2At(double kept, HalfLife halfLife, long nowMicros) {
        return kept <= UNPLAYED ? Double.NEGATIVE_INFINITY : kept - (double) nowMicros / halfLife.micros();
    }

    static double withPlay(double kept, HalfLife halfLife, long atMicros) {
        double play = (double) atMicros / halfLife.micros();
        if (kept < 0) {
            return play;
        }
        double higher = Math.max(kept, play);
        double lower = Math.min(kept, play);
        return higher + StrictMath.log1p(StrictMath.exp(LN_2 * (lower - higher))) / LN_2;
    }
}
