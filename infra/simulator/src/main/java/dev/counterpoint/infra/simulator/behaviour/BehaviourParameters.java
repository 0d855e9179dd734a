package dev.counterpoint.infra.simulator.behaviour;

import dev.counterpoint.domain.listener.Tier;
import java.util.Map;
import java.util.Objects;

/**
 * How simulated listeners behave. {@link #FIXED} was settled, and the headroom that it leaves between popularity and the best page was
 * published, before the first model was trained; it never changes.
 *
 * @param firstSlot probability that the first slot of a page is seen, within [0, 1]
 * @param rowDecay how much less likely each further row is seen, within [0, 1]
 * @param columnDecay how much less likely each further column of a row is seen, within [0, 1]
 * @param base logit of a play of a card that is neither liked nor disliked
 * @param taste logits between a card without a match and a perfect one
 * @param quality logits of one standard deviation of a card's own quality
 * @param trust standard deviation of the logits that a kind of shelf adds for a listener
 * @param fatigue logits that ln(1 + times seen lately) takes away
 * @param satiation logits that ln(1 + times played lately) takes away
 * @param seenHalfLifeHours after which a sight counts half
 * @param playedHalfLifeHours after which a play counts half
 * @param favourites how many tags a listener likes
 * @param dislikes how many tags a listener does not like
 * @param wrongDaypart share of the liking that is left in the other half of the day, for tags of habit
 * @param replacedPerDay probability that one of the favourites is given up for another tag within a day
 * @param wobblePerDay standard deviation of the logarithm of a favourite's weight over a day
 * @param visitsPerDay on average, by tier, of a listener who is neither pleased nor displeased
 * @param contentment how many plays a visit a listener expects; more than that bring them back sooner
 * @param returning share by which each play above contentment shortens the time to the next visit
 * @param shares of the tiers, adding up to 1
 */
public record BehaviourParameters(
        double firstSlot,
        double rowDecay,
        double columnDecay,
        double base,
        double taste,
        double quality,
        double trust,
        double fatigue,
        double satiation,
        double seenHalfLifeHours,
        double playedHalfLifeHours,
        int favourites,
        int dislikes,
        double wrongDaypart,
        double replacedPerDay,
        double wobblePerDay,
        Map<Tier, Double> visitsPerDay,
        double contentment,
        double returning,
        Map<Tier, Double> shares) {

    public static final BehaviourParameters FIXED = new BehaviourParameters(
            0.98,
            0.80,
            0.88,
            -4.0,
            4.4,
            1.0,
            0.25,
            0.4,
            0.5,
            24,
            48,
            5,
            3,
            0.3,
            0.08,
            0.10,
            Map.of(Tier.FREE, 2.0, Tier.FREE_SHUFFLE, 1.5, Tier.PREMIUM, 3.0),
            1.5,
            0.10,
            Map.of(Tier.FREE, 0.5, Tier.FREE_SHUFFLE, 0.2, Tier.PREMIUM, 0.3));

    public BehaviourParameters {
        visitsPerDay = Map.copyOf(visitsPerDay);
        shares = Map.copyOf(shares);
    }

    /** The probability that a slot is seen, rows and columns from 0. */
    public double seen(int row, int column) {
        return firstSlot * Math.pow(rowDecay, row) * Math.pow(columnDecay, column);
    }

    double visitsPerDay(Tier tier) {
        return Objects.requireNonNull(visitsPerDay.get(tier));
    }

    double share(Tier tier) {
        return Objects.requireNonNull(shares.get(tier));
    }
}
