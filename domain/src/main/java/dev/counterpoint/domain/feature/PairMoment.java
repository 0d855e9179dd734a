package dev.counterpoint.domain.feature;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.profile.Affinities;
import dev.counterpoint.domain.profile.Exposure;
import dev.counterpoint.domain.profile.ProfileView;
import dev.counterpoint.domain.statistics.CardStatistics;
import dev.counterpoint.domain.statistics.Rates;
import dev.counterpoint.domain.time.HalfLife;
import dev.counterpoint.domain.time.Micros;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one card on one shelf when a page is asked for. All that several features need is looked up once.
 *
 * <p>Where a card has several tags, the first count most: tag i of a card weighs {@code 1/√(i + 1)}.
 */
public final class PairMoment {
    private static final double[] TAG_WEIGHTS = tagWeights();

    private final Moment moment;
    private final Card card;
    private final int rank;
    private final CardStatistics statistics;
    private final Rates rates;
    private final Optional<Exposure> exposure;
    private final double daysSincePlayed;
    private final double[] tagAffinity;
    private final double[] creatorAffinity;

    /** @param rank the card's place in its shelf's list, from 0 */
    PairMoment(Moment moment, Card card, int rank) {
        ProfileView listener = moment.listener();
        this.moment = moment;
        this.card = card;
        this.rank = rank;
        this.statistics = moment.statistics().card(card.cardId());
        this.rates = Rates.at(statistics.responses(), moment.nowMicros());
        this.exposure = listener.exposure(card.cardId());
        this.daysSincePlayed = listener.daysSincePlayed(card.cardId());
        this.tagAffinity = mean(listener.tags(), card.tags());
        this.creatorAffinity = mean(listener.creators(), card.creators());
    }

    Moment moment() {
        return moment;
    }

    ProfileView listener() {
        return moment.listener();
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
        return tagAffinity[halfLife.ordinal()];
    }

    /** What the listener thinks of the card's creators: their weighted mean, in plays. */
    double creatorAffinity(HalfLife halfLife) {
        return creatorAffinity[halfLife.ordinal()];
    }

    private static double[] mean(Affinities affinities, List<String> names) {
        double[] mean = new double[HalfLife.COUNT];
        int count = Math.min(names.size(), CardFacts.MAX_TAGS);
        double total = 0;
        for (int i = 0; i < count; i++) {
            affinities.addTo(mean, names.get(i), TAG_WEIGHTS[i]);
            total += TAG_WEIGHTS[i];
        }
        for (int i = 0; i < mean.length && total > 0; i++) {
            mean[i] /= total;
        }
        return mean;
    }

    private static double[] tagWeights() {
        double[] weights = new double[CardFacts.MAX_TAGS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / StrictMath.sqrt(i + 1.0);
        }
        return weights;
    }
}
