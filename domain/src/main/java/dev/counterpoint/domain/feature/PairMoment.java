package dev.counterpoint.domain.feature;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.profile.AffinityRows;
import dev.counterpoint.domain.profile.Exposure;
import dev.counterpoint.domain.profile.ProfileView;
import dev.counterpoint.domain.statistics.CardStatistics;
import dev.counterpoint.domain.statistics.Rates;
import dev.counterpoint.domain.time.HalfLife;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.domain.time.SlidingWindow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one card on one shelf when a page is asked for; it goes from pair to pair. All that several features need is looked up
 * once a pair. Not thread-safe.
 *
 * <p>Where a card has several tags, the first count most: tag i of a card weighs {@code 1/√(i + 1)}.
 */
public final class PairMoment {
    private static final double[] TAG_WEIGHTS = tagWeights();

    private final Moment moment;
    private final ProfileView listener;
    private final AffinityRows tagRows;
    private final AffinityRows creatorRows;
    private final double[] tags = new double[AffinityRows.COLUMNS];
    private final double[] creators = new double[AffinityRows.COLUMNS];
    private Card card;
    private int rank;
    private CardStatistics statistics;
    private Rates rates;
    private Optional<Exposure> exposure;
    private double daysSincePlayed;

    /** @param rank the card's place in its shelf's list, from 0 */
    PairMoment(Moment moment, Card card, int rank) {
        this.moment = moment;
        this.listener = moment.listener();
        this.tagRows = moment.tags();
        this.creatorRows = moment.creators();
        this.card = card;
        this.rank = rank;
        this.statistics = moment.statistics().card(card.cardId());
        this.rates = Rates.at(statistics.responses(), moment.nowMicros());
        this.exposure = listener.exposure(card.cardId());
        this.daysSincePlayed = listener.daysSincePlayed(card.cardId());
        average();
    }

    /** Goes on to another pair of the same page. */
    PairMoment moveTo(Card next, int itsRank) {
        card = next;
        rank = itsRank;
        statistics = moment.statistics().card(next.cardId());
        rates = Rates.at(statistics.responses(), moment.nowMicros());
        exposure = listener.exposure(next.cardId());
        daysSincePlayed = listener.daysSincePlayed(next.cardId());
        average();
        return this;
    }

    Moment moment() {
        return moment;
    }

    ProfileView listener() {
        return listener;
    }

    Card card() {
        return card;
    }

    int rank() {
        return rank;
    }

    CardStatistics statistics() {
        return statistics;
    }

    Rates rates() {
        return rates;
    }

    Optional<Exposure> exposure() {
        return exposure;
    }

    /** Days since this listener played the card, ≥ 0; -1 where that is not remembered. */
    double daysSincePlayed() {
        return daysSincePlayed;
    }

    /** Days since the card was published; below 0 for one that is announced. */
    double ageDays() {
        return (double) (moment.nowMicros() - Micros.of(card().publishedAt())) / Micros.PER_DAY;
    }

    /** What the listener thinks of the card's tags: their weighted mean, in plays. */
    double tagAffinity(HalfLife halfLife) {
        return tags[AffinityRows.column(halfLife)];
    }

    /** What the listener thinks of the card's creators: their weighted mean, in plays. */
    double creatorAffinity(HalfLife halfLife) {
        return creators[AffinityRows.column(halfLife)];
    }

    /** The listener's plays of the card's tags within a window: their weighted mean. */
    double tagPlays(SlidingWindow window) {
        return tags[AffinityRows.column(window)];
    }

    /** The listener's plays of the card's creators within a window: their weighted mean. */
    double creatorPlays(SlidingWindow window) {
        return creators[AffinityRows.column(window)];
    }

    private void average() {
        mean(tagRows, card.tags(), tags);
        mean(creatorRows, card.creators(), creators);
    }

    private static void mean(AffinityRows rows, List<String> names, double[] mean) {
        Arrays.fill(mean, 0);
        int count = Math.min(names.size(), CardFacts.MAX_TAGS);
        double total = 0;
        for (int i = 0; i < count; i++) {
            rows.addTo(mean, names.get(i), TAG_WEIGHTS[i]);
            total += TAG_WEIGHTS[i];
        }
        for (int i = 0; i < mean.length && total > 0; i++) {
            mean[i] /= total;
        }
    }

    private static double[] tagWeights() {
        double[] weights = new double[CardFacts.MAX_TAGS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / StrictMath.sqrt(i + 1.0);
        }
        return weights;
    }
}
