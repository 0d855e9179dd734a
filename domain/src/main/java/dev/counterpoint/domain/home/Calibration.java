package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.Medium;
import dev.counterpoint.domain.profile.ProfileView;
import dev.counterpoint.domain.time.HalfLife;
import java.util.Optional;

/**
 * How much of each medium a listener takes up: what the rows of a page, and the columns of a shelf with cards of several media, are divided
 * by. A page that is right on average would else show only what is right most often.
 *
 * @param music share of the plays, 0 to 1; the three add up to 1
 * @param podcast likewise
 * @param audiobook likewise
 * @see "Steck 2018, Calibrated Recommendations"
 */
public record Calibration(double music, double podcast, double audiobook) {
    private static final double FEWEST_PLAYS = 3;
    private static final double PRIOR_PLAYS = 1;
    private static final double ROUNDING = 1e-9;

    public Calibration {
        boolean areShares = music >= 0 && podcast >= 0 && audiobook >= 0;
        if (!areShares || !(Math.abs(music + podcast + audiobook - 1) <= ROUNDING)) {
            throw new IllegalArgumentException(
                    "shares are at least 0 and add up to 1, not " + music + " + " + podcast + " + " + audiobook);
        }
    }

    /**
     * The shares of the plays of the last weeks, with one more play of each medium than there was (Laplace's rule), so that none is
     * ruled out. Empty where fewer than three plays are remembered.
     */
    public static Optional<Calibration> of(ProfileView listener) {
        double[] plays = new double[Medium.values().length];
        double known = 0;
        for (CardKind kind : CardKind.values()) {
            double ofKind = listener.plays(kind, HalfLife.MONTH);
            plays[Medium.of(kind).ordinal()] += ofKind;
            known += ofKind;
        }
        double all = known + PRIOR_PLAYS * plays.length;
        return known < FEWEST_PLAYS
                ? Optional.empty()
                : Optional.of(new Calibration(
                        (plays[0] + PRIOR_PLAYS) / all,
                        (plays[1] + PRIOR_PLAYS) / all,
                        (plays[2] + PRIOR_PLAYS) / all));
    }

    public double shareOf(Medium medium) {
        return switch (medium) {
            case MUSIC -> music;
            case PODCAST -> podcast;
            case AUDIOBOOK -> audiobook;
        };
    }
}
