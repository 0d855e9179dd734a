package dev.counterpoint.domain.statistics;

import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.time.HalfLife;

/**
 * How listeners respond to one thing: counts that fade with a half-life of four weeks, as of one moment.
 *
 * @param asOfMicros the newest interaction counted, microseconds since 1970; 0 where there is none
 * @param creditedPlays those of {@code plays} that a served page led to
 */
public record Responses(
        long asOfMicros,
        double impressions,
        double clicks,
        double plays,
        double creditedPlays,
        double skips,
        double completes,
        double saves,
        double dismisses) {
    /** The half-life of every count here. */
    public static final HalfLife HALF_LIFE = HalfLife.MONTH;

    private static final Responses NONE = new Responses(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static Responses none() {
        return NONE;
    }

    /** What is left of a count as of {@link #asOfMicros} at a moment: within [0, 1]. */
    public double fading(long nowMicros) {
        return HALF_LIFE.after(nowMicros - asOfMicros);
    }

    /** These and one interaction more; one that is older than the newest counts as much as is left of it. */
    Responses plus(InteractionType type, boolean credited, long atMicros) {
        long newest = Math.max(asOfMicros, atMicros);
        double weight = HALF_LIFE.after(newest - atMicros);
        Responses faded = newest == asOfMicros ? this : times(fading(newest), newest);
        return faded.plus(type, credited, weight);
    }

    private Responses plus(InteractionType type, boolean credited, double w) {
        return new Responses(
                asOfMicros,
                impressions + (type == InteractionType.IMPRESSION ? w : 0),
                clicks + (type == InteractionType.CLICK ? w : 0),
                plays + (type == InteractionType.PLAY ? w : 0),
                creditedPlays + (type == InteractionType.PLAY && credited ? w : 0),
                skips + (type == InteractionType.SKIP ? w : 0),
                completes + (type == InteractionType.COMPLETE ? w : 0),
                saves + (type == InteractionType.SAVE ? w : 0),
                dismisses + (type == InteractionType.DISMISS ? w : 0));
    }

    private Responses times(double factor, long asOf) {
        return new Responses(
                asOf,
                impressions * factor,
                clicks * factor,
                plays * factor,
                creditedPlays * factor,
                skips * factor,
                completes * factor,
                saves * factor,
                dismisses * factor);
    }
}
