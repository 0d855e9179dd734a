package dev.counterpoint.domain.statistics;

import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.time.HalfLife;

/**
 * What all listeners together did with one card.
 *
 * @param popularity {@code log2 Σ 2^(t/week)} over the plays, t their times since 1970 (forward decay in the logarithm: Cormode,
 *     Shkapenyuk, Srivastava and Xu 2009); its order is that of plays faded with a half-life of a week, at whatever time it is read,
 *     so a card at rest needs no update; {@link #UNPLAYED} for a card without plays
 */
public record CardStatistics(double popularity, Responses responses) {
    /** Below every popularity of a played card, and finite. */
    public static final double UNPLAYED = -1;

    private static final CardStatistics NONE = new CardStatistics(UNPLAYED, Responses.none());
    private static final double LN_2 = StrictMath.log(2);

    /** Of a card that nobody ever met. */
    public static CardStatistics none() {
        return NONE;
    }

    CardStatistics plus(InteractionType type, boolean credited, long atMicros) {
        double more = type == InteractionType.PLAY ? withPlay(atMicros) : popularity;
        return new CardStatistics(more, responses.plus(type, credited, atMicros));
    }

    private double withPlay(long atMicros) {
        double play = (double) atMicros / HalfLife.WEEK.micros();
        if (popularity < 0) {
            return play;
        }
        double higher = Math.max(popularity, play);
        double lower = Math.min(popularity, play);
        return higher + StrictMath.log1p(StrictMath.exp(LN_2 * (lower - higher))) / LN_2;
    }
}
