package dev.counterpoint.domain.feature;

import static dev.counterpoint.domain.feature.FeatureDescription.PLAN;
import static dev.counterpoint.domain.feature.FeatureDescription.PROFILE;

import dev.counterpoint.domain.profile.Exposure;
import dev.counterpoint.domain.time.HalfLife;
import dev.counterpoint.domain.time.Micros;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Features of a card on a shelf, for this listener. */
final class PairFeatures {
    private static final double FEW_PLAYS = 3;
    private static final double YEAR_DAYS = 365;
    private static final double MANY_RANKS = 10;
    private static final double FATIGUE_HALF_AT = 4;
    private static final double FATIGUE_HALF_LIFE_DAYS = 3;

    private PairFeatures() {}

    static List<Feature> all() {
        return List.of(
                of(
                        "tagAffinity1h",
                        "x / (|x| + 3 plays)",
                        -1,
                        1,
                        "mean affinity to the card's tags, the first counting most, half-life an hour",
                        pair -> Shapes.saturating(pair.tagAffinity(HalfLife.HOUR), FEW_PLAYS)),
                of(
                        "tagAffinity1d",
                        "x / (|x| + 3 plays)",
                        -1,
                        1,
                        "mean affinity to the card's tags, the first counting most, half-life a day",
                        pair -> Shapes.saturating(pair.tagAffinity(HalfLife.DAY), FEW_PLAYS)),
                of(
                        "tagAffinity28d",
                        "share of the strongest",
                        -1,
                        1,
                        "mean affinity to the card's tags, half-life 28 days, against the listener's strongest plus 3 plays",
                        pair -> pair.tagAffinity(HalfLife.MONTH)
                                / (pair.listener().tags().greatest(HalfLife.MONTH) + FEW_PLAYS)),
                of(
                        "creatorAffinity1d",
                        "x / (|x| + 3 plays)",
                        -1,
                        1,
                        "mean affinity to the card's creators, half-life a day",
                        pair -> Shapes.saturating(pair.creatorAffinity(HalfLife.DAY), FEW_PLAYS)),
                of(
                        "creatorAffinity28d",
                        "x / (|x| + 3 plays)",
                        -1,
                        1,
                        "mean affinity to the card's creators, half-life 28 days",
                        pair -> Shapes.saturating(pair.creatorAffinity(HalfLife.MONTH), FEW_PLAYS)),
                of(
                        "kindAffinity28d",
                        "share",
                        0,
                        1,
                        "this kind's part of the listener's plays, half-life 28 days, prior 1 of 7",
                        pair -> pair.moment().kindAffinity(pair.card().kind())),
                of(
                        "unansweredImpressions",
                        "log2(1 + impressions)",
                        0,
                        10,
                        "impressions of the card since the listener last took it up",
                        PairFeatures::unanswered),
                of(
                        "fatigue",
                        "share",
                        0,
                        1,
                        "n / (n + 4) of the unanswered impressions, halved every 3 days since the last",
                        PairFeatures::fatigue),
                of(
                        "cardDismissed",
                        "0 or 1",
                        0,
                        1,
                        "the listener sent the card away and did not take it up since",
                        PairFeatures::dismissed),
                of(
                        "heardToday",
                        "0 or 1",
                        0,
                        1,
                        "played within 24 hours",
                        pair -> Shapes.flag(pair.daysSincePlayed() >= 0 && pair.daysSincePlayed() < 1)),
                of(
                        "daysSinceCardPlayed",
                        "days",
                        0,
                        YEAR_DAYS,
                        "time since the listener played the card; a year where that is not remembered",
                        pair -> ListenerFeatures.orYear(pair.daysSincePlayed())),
                of(
                        "cardPlaysOfListener",
                        "log2(1 + plays)",
                        0,
                        16,
                        "the listener's plays of the card, while it is remembered",
                        pair -> Shapes.doublings(
                                pair.listener().playsOf(pair.card().cardId()))),
                of(
                        "unheardForNovelty",
                        "share",
                        0,
                        1,
                        "listenerNovelty where the card was not played lately, else 0",
                        pair -> pair.daysSincePlayed() < 0 ? pair.moment().novelty() : 0),
                proposalRank());
    }

    private static double unanswered(PairMoment pair) {
        Exposure exposure = pair.exposure();
        return exposure == null ? 0 : Shapes.doublings(exposure.unanswered());
    }

    private static double dismissed(PairMoment pair) {
        Exposure exposure = pair.exposure();
        return exposure == null ? 0 : Shapes.flag(exposure.dismissed());
    }

    private static double fatigue(PairMoment pair) {
        Exposure exposure = pair.exposure();
        if (exposure == null) {
            return 0;
        }
        long since = pair.moment().nowMicros() - Micros.of(exposure.lastAt());
        double days = Math.max(0, (double) since / Micros.PER_DAY);
        return Shapes.saturating(exposure.unanswered(), FATIGUE_HALF_AT) * Shapes.recency(days, FATIGUE_HALF_LIFE_DAYS);
    }

    private static Feature proposalRank() {
        return new Feature.OfPair(
                new FeatureDescription(
                        "proposalRank",
                        FeatureScope.PAIR,
                        "log2(1 + rank)",
                        0,
                        MANY_RANKS,
                        "the card's place in its shelf's list as the plan has it, which is the source's order; 0 for the first",
                        PLAN),
                pair -> Shapes.doublings(pair.rank()));
    }

    private static Feature of(
            String name,
            String unit,
            double lowest,
            double highest,
            String meaning,
            ToDoubleFunction<PairMoment> function) {
        return new Feature.OfPair(
                new FeatureDescription(name, FeatureScope.PAIR, unit, lowest, highest, meaning, PROFILE), function);
    }
}
