package dev.counterpoint.domain.feature;

import static dev.counterpoint.domain.feature.FeatureDescription.PLAN;
import static dev.counterpoint.domain.feature.FeatureDescription.PROFILE;
import static dev.counterpoint.domain.feature.FeatureDescription.STATISTICS;

import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.profile.ShelfResponse;
import dev.counterpoint.domain.time.HalfLife;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Features of a shelf, for the listener. */
final class ShelfFeatures {
    /** Plays of an hour that say as much as all before them could. */
    private static final double FEW_PLAYS = 3;

    private static final double RISE_DAMPING = 4;
    private static final double PRIOR_IMPRESSIONS = 10;

    private ShelfFeatures() {}

    static List<Feature> all() {
        return List.of(
                source("shelfIsPopular", SourceKind.POPULAR),
                source("shelfIsRecent", SourceKind.RECENT),
                source("shelfIsSimilar", SourceKind.SIMILAR),
                source("shelfIsBecause", SourceKind.BECAUSE),
                source("shelfIsFresh", SourceKind.FRESH),
                source("shelfIsTag", SourceKind.TAG),
                of(
                        "shelfPlayRate",
                        "share",
                        0,
                        "all listeners' plays per impression on this template, half-life 28 days, prior 2 of 20",
                        STATISTICS,
                        shelf -> shelf.rates().play()),
                of(
                        "shelfPlayRateOfListener28d",
                        "share",
                        0,
                        "the listener's plays per impression on this template, half-life 28 days, prior 10 impressions at shelfPlayRate",
                        PROFILE,
                        ShelfFeatures::playRateOfListener),
                of(
                        "shelfRefusalRateOfListener28d",
                        "share",
                        0,
                        "the listener's skips and dismissals per impression on this template, half-life 28 days, prior 1 of 10",
                        PROFILE,
                        ShelfFeatures::refusalRateOfListener),
                of(
                        "shelfTagAffinity1h",
                        "x / (|x| + 3 plays)",
                        -1,
                        "affinity to the shelf's tag, half-life an hour; 0 for other shelves",
                        PROFILE,
                        shelf -> Shapes.saturating(shelf.tagAffinity(HalfLife.HOUR), FEW_PLAYS)),
                of(
                        "shelfTagAffinity28d",
                        "share of the strongest",
                        -1,
                        "affinity to the shelf's tag, half-life 28 days, against the listener's strongest plus 3 plays",
                        PROFILE,
                        ShelfFeatures::longAffinity),
                of(
                        "shelfTagRise1h",
                        "share",
                        0,
                        "hour / (4 + month) of the affinity to the shelf's tag: a new interest",
                        PROFILE,
                        ShelfFeatures::rise),
                of(
                        "shelfSeedRecency",
                        "2^-(days)",
                        0,
                        "how lately the card was played that the shelf is about",
                        PROFILE,
                        shelf -> Shapes.recency(shelf.daysSinceSeed(), 1)));
    }

    private static double playRateOfListener(ShelfMoment shelf) {
        ShelfResponse response = shelf.response();
        double prior = shelf.rates().play() * PRIOR_IMPRESSIONS;
        return Shapes.rate(response.plays(), response.impressions(), prior, PRIOR_IMPRESSIONS);
    }

    private static double refusalRateOfListener(ShelfMoment shelf) {
        ShelfResponse response = shelf.response();
        return Shapes.rate(response.refusals(), response.impressions(), 1, PRIOR_IMPRESSIONS);
    }

    private static double longAffinity(ShelfMoment shelf) {
        double strongest = shelf.moment().listener().tags().greatest(HalfLife.MONTH);
        return shelf.tagAffinity(HalfLife.MONTH) / (strongest + FEW_PLAYS);
    }

    private static double rise(ShelfMoment shelf) {
        double month = Math.max(0, shelf.tagAffinity(HalfLife.MONTH));
        return shelf.tagAffinity(HalfLife.HOUR) / (RISE_DAMPING + month);
    }

    private static Feature source(String name, SourceKind kind) {
        String meaning = "its cards come from source " + kind.written();
        return of(name, "0 or 1", 0, meaning, PLAN, shelf -> Shapes.flag(shelf.isFrom(kind)));
    }

    private static Feature of(
            String name,
            String unit,
            double lowest,
            String meaning,
            String source,
            ToDoubleFunction<ShelfMoment> function) {
        return new Feature.OfShelf(
                new FeatureDescription(name, FeatureScope.SHELF, unit, lowest, 1, meaning, source), function);
    }
}
