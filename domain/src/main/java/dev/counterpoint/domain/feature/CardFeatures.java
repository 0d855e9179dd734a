package dev.counterpoint.domain.feature;

import static dev.counterpoint.domain.feature.FeatureDescription.CATALOGUE;
import static dev.counterpoint.domain.feature.FeatureDescription.STATISTICS;

import dev.counterpoint.domain.statistics.CardStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Features of a card, whoever listens. */
final class CardFeatures {
    private static final double CENTURY_DAYS = 36_525;
    private static final double FRESH_DAYS = 28;

    /** Popularity counts over so many halvings below the most popular card. */
    private static final double HALVINGS = 16;

    private CardFeatures() {}

    static List<Feature> all() {
        return List.of(
                of(
                        "cardPopularity",
                        "share of 16 halvings",
                        1,
                        "plays fading with a half-life of 7 days, in halvings from the most popular card: 1 for that one, 0 for a card 16 below or unplayed",
                        STATISTICS,
                        CardFeatures::popularity),
                of(
                        "cardPlayRate",
                        "share",
                        1,
                        "plays per impression of all listeners, half-life 28 days, prior 2 of 20",
                        STATISTICS,
                        pair -> pair.rates().play()),
                of(
                        "cardSkipRate",
                        "share",
                        1,
                        "skips of plays and skips of all listeners, half-life 28 days, prior 2 of 10",
                        STATISTICS,
                        pair -> pair.rates().skip()),
                of(
                        "cardSaveRate",
                        "share",
                        1,
                        "saves of plays of all listeners, half-life 28 days, prior 0.5 of 10",
                        STATISTICS,
                        pair -> pair.rates().save()),
                of(
                        "cardAgeDays",
                        "days",
                        CENTURY_DAYS,
                        "time since it was published; 0 for one that is announced",
                        CATALOGUE,
                        PairMoment::ageDays),
                of(
                        "cardFreshness28d",
                        "2^-(days/28)",
                        1,
                        "1 when it is published, halved every 28 days",
                        CATALOGUE,
                        pair -> Shapes.recency(Math.max(0, pair.ageDays()), FRESH_DAYS)),
                of(
                        "explicitCard",
                        "0 or 1",
                        1,
                        "its content is explicit",
                        CATALOGUE,
                        pair -> Shapes.flag(pair.card().explicit())));
    }

    static double popularity(PairMoment pair) {
        double popularity = pair.statistics().popularity();
        double greatest = pair.moment().statistics().greatestPopularity();
        return popularity <= CardStatistics.UNPLAYED ? 0 : 1 + (popularity - greatest) / HALVINGS;
    }

    private static Feature of(
            String name,
            String unit,
            double highest,
            String meaning,
            String source,
            ToDoubleFunction<PairMoment> function) {
        return new Feature.OfPair(
                new FeatureDescription(name, FeatureScope.CARD, unit, 0, highest, meaning, source), function);
    }
}
