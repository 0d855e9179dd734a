package dev.counterpoint.domain.feature;

import static dev.counterpoint.domain.feature.FeatureDescription.EMBEDDINGS;
import static dev.counterpoint.domain.feature.FeatureDescription.PROFILE;
import static dev.counterpoint.domain.feature.FeatureDescription.STATISTICS;

import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.domain.profile.ProfileView;
import dev.counterpoint.domain.statistics.CardStatistics;
import dev.counterpoint.domain.time.HalfLife;
import java.util.List;

/** What home-2 knows beyond home-1, windows and crosses aside: tier, country, streak of days, weekday, trends, and where tastes lie. */
final class AddedFeatures {
    private static final int WEEKDAYS = 7;
    private static final double HALVINGS = 16;
    private static final double FADED_AWAY = -10;
    private static final double MOST_PLAYED = 30;

    private AddedFeatures() {}

    static List<Feature> all() {
        return List.of(
                new Feature.OfMoment(
                        listener("isFreeShuffle", "0 or 1", 1, "listens for free, in shuffled order"),
                        moment -> Shapes.flag(moment.listener().settings().tier() == Tier.FREE_SHUFFLE)),
                new Feature.OfMoment(
                        listener("countryKnown", "0 or 1", 1, "said which country they live in"),
                        moment -> Shapes.flag(moment.listener().settings().country() != null)),
                new Feature.OfMoment(
                        listener(
                                "dayStreak",
                                "log2(1 + days)",
                                10,
                                "days (UTC) in a row with a play, up to today or yesterday"),
                        moment -> Shapes.doublings(moment.listener().dayStreak())),
                new Feature.OfMoment(
                        new FeatureDescription(
                                "weekdayActivity28d",
                                FeatureScope.CONTEXT,
                                "times the mean",
                                0,
                                WEEKDAYS,
                                "the listener's plays on this weekday (UTC) against their mean weekday, half-life 28 days, prior 1 play",
                                PROFILE),
                        moment -> weekdayActivity(moment.listener())),
                new Feature.OfPair(
                        card(
                                "cardPopularityInCountry",
                                "share of 16 halvings",
                                0,
                                1,
                                "plays in the listener's country, half-life 7 days, in halvings from the most popular card there: 1 for that one, 0 for a card 16 below or not among the leading 512",
                                PROFILE + ", " + STATISTICS),
                        AddedFeatures::popularityInCountry),
                new Feature.OfPair(
                        card(
                                "cardPlays1h",
                                "log2 plays",
                                FADED_AWAY,
                                MOST_PLAYED,
                                "plays of all listeners, half-life an hour",
                                STATISTICS),
                        pair -> pair.statistics().log2Hourly(pair.moment().nowMicros())),
                new Feature.OfPair(
                        card(
                                "cardPlays1d",
                                "log2 plays",
                                FADED_AWAY,
                                MOST_PLAYED,
                                "plays of all listeners, half-life a day",
                                STATISTICS),
                        pair -> pair.statistics().log2Daily(pair.moment().nowMicros())),
                new Feature.OfPair(
                        new FeatureDescription(
                                "embeddingCosine",
                                FeatureScope.PAIR,
                                "cosine",
                                -1,
                                1,
                                "between the card's vector and the sum of those of the cards the listener played last, halved every 7 days since; 0 where one is not known",
                                PROFILE + ", " + EMBEDDINGS),
                        PairMoment::cosine));
    }

    private static double weekdayActivity(ProfileView listener) {
        double plays = listener.count(InteractionType.PLAY, HalfLife.MONTH);
        return WEEKDAYS * (listener.playsOnThisWeekday() + 1.0 / WEEKDAYS) / (plays + 1);
    }

    private static double popularityInCountry(PairMoment pair) {
        double popularity = pair.moment().country().of(pair.card().cardId());
        double greatest = pair.moment().country().greatest();
        return popularity <= CardStatistics.UNPLAYED ? 0 : 1 + (popularity - greatest) / HALVINGS;
    }

    private static FeatureDescription listener(String name, String unit, double highest, String meaning) {
        return new FeatureDescription(name, FeatureScope.LISTENER, unit, 0, highest, meaning, PROFILE);
    }

    private static FeatureDescription card(
            String name, String unit, double lowest, double highest, String meaning, String source) {
        return new FeatureDescription(name, FeatureScope.CARD, unit, lowest, highest, meaning, source);
    }
}
