package dev.counterpoint.domain.feature;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Names;
import dev.counterpoint.domain.profile.AffinityRows;
import dev.counterpoint.domain.profile.Exposure;
import dev.counterpoint.domain.profile.ProfileView;
import dev.counterpoint.domain.statistics.CardStatistics;
import dev.counterpoint.domain.statistics.Rates;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that features look up of the cards of a shelf, one kind of look-up after the other for all cards: most of the time is spent waiting for
 * memory, and short loops wait for several cards at once.
 *
 * <p>Where a card has several tags, the first count most: tag i of a card weighs {@code 1/√(i + 1)}.
 */
final class CardLookups {
    private static final double[] TAG_WEIGHTS = tagWeights();
    private static final int COLUMNS = AffinityRows.COLUMNS;

    private final Moment moment;
    private final Card[] cards;
    private final CardId[] ids;
    private final CardStatistics[] statistics;
    private final Rates[] rates;
    private final @Nullable Exposure[] exposures;
    private final double[] daysSincePlayed;
    private final double[] tags;
    private final double[] creators;
    private double @Nullable [] cosines;

    CardLookups(Moment moment, List<Card> all) {
        int count = all.size();
        this.moment = moment;
        this.cards = all.toArray(Card[]::new);
        this.ids = new CardId[count];
        for (int i = 0; i < count; i++) {
            ids[i] = cards[i].cardId();
        }
        this.statistics = moment.statistics().cards(ids);
        this.rates = new Rates[count];
        for (int i = 0; i < count; i++) {
            rates[i] = Rates.at(statistics[i].responses(), moment.nowMicros());
        }
        this.exposures = new Exposure[count];
        this.daysSincePlayed = new double[count];
        lookUp(moment.listener());
        this.tags = means(moment.tags(), names(Card::tagNames));
        this.creators = means(moment.creators(), names(Card::creatorNames));
    }

    private void lookUp(ProfileView listener) {
        for (int i = 0; i < ids.length; i++) {
            exposures[i] = listener.exposure(ids[i]).orElse(null);
            daysSincePlayed[i] = listener.daysSincePlayed(ids[i]);
        }
    }

    private Names[] names(Function<Card, Names> of) {
        Names[] names = new Names[cards.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = of.apply(cards[i]);
        }
        return names;
    }

    private static double[] means(AffinityRows rows, Names[] names) {
        int[] counts = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            counts[i] = Math.min(names[i].size(), CardFacts.MAX_TAGS);
        }
        double[] means = new double[names.length * COLUMNS];
        for (int i = 0; i < names.length; i++) {
            mean(rows, names[i], counts[i], means, i * COLUMNS);
        }
        return means;
    }

    Card card(int number) {
        return cards[number];
    }

    CardStatistics statistics(int number) {
        return statistics[number];
    }

    Rates rates(int number) {
        return rates[number];
    }

    @Nullable
    Exposure exposure(int number) {
        return exposures[number];
    }

    double daysSincePlayed(int number) {
        return daysSincePlayed[number];
    }

    /** @param column of {@link AffinityRows} */
    double ofTags(int number, int column) {
        return tags[number * COLUMNS + column];
    }

    /** @param column of {@link AffinityRows} */
    double ofCreators(int number, int column) {
        return creators[number * COLUMNS + column];
    }

    double cosine(int number) {
        double[] all = cosines;
        if (all == null) {
            all = moment.cosines(ids);
            cosines = all;
        }
        return all[number];
    }

    private static void mean(AffinityRows rows, Names names, int count, double[] means, int offset) {
        double total = 0;
        boolean any = false;
        for (int i = 0; i < count; i++) {
            any |= rows.addTo(means, offset, names, i, TAG_WEIGHTS[i]);
            total += TAG_WEIGHTS[i];
        }
        for (int i = offset; i < offset + COLUMNS && any; i++) {
            means[i] /= total;
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
