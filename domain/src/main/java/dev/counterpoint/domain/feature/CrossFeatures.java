package dev.counterpoint.domain.feature;

import static dev.counterpoint.domain.feature.FeatureDescription.PLAN;
import static dev.counterpoint.domain.feature.FeatureDescription.PROFILE;
import static dev.counterpoint.domain.feature.FeatureDescription.REQUEST;

import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.listener.Tier;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Features of a shelf times one of the listener or the request: a model that adds its inputs up could not order shelves by time or mood
 * otherwise, since what is the same for all shelves of a page does not order them.
 */
final class CrossFeatures {
    private static final double FEW_SKIPS = 2;
    private static final int MINUTES_PER_HOUR = 60;

    private CrossFeatures() {}

    static List<Feature> all() {
        return List.of(
                of(
                        "recentShelfInMorning",
                        "0 or 1",
                        "its cards come from source recent, and it is 5 to 11 o'clock, local time",
                        PLAN + ", " + REQUEST,
                        shelf -> Shapes.flag(shelf.isFrom(SourceKind.RECENT) && isBetween(shelf, 5, 11))),
                of(
                        "freshShelfAtNight",
                        "0 or 1",
                        "its cards come from source fresh, and it is 22 to 5 o'clock, local time",
                        PLAN + ", " + REQUEST,
                        shelf -> Shapes.flag(shelf.isFrom(SourceKind.FRESH) && !isBetween(shelf, 5, 22))),
                of(
                        "popularShelfOnSkipStreak",
                        "x / (x + 2 skips)",
                        "skipStreak where its cards come from source popular, else 0",
                        PLAN + ", " + PROFILE,
                        shelf -> shelf.isFrom(SourceKind.POPULAR)
                                ? Shapes.saturating(shelf.moment().listener().skipStreak(), FEW_SKIPS)
                                : 0),
                of(
                        "freshShelfForPremium",
                        "0 or 1",
                        "its cards come from source fresh, and the listener pays for premium",
                        PLAN + ", " + PROFILE,
                        shelf -> Shapes.flag(shelf.isFrom(SourceKind.FRESH)
                                && shelf.moment().listener().settings().tier() == Tier.PREMIUM)),
                of(
                        "shelfTagAtThisHour",
                        "share",
                        "of the recent cards with the shelf's tag those played within 3 hours of this time of day (UTC), prior 1 of 4; 0 for other shelves",
                        PLAN + ", " + PROFILE,
                        CrossFeatures::tagAtThisHour));
    }

    private static double tagAtThisHour(ShelfMoment shelf) {
        String tag = shelf.tag();
        return tag == null ? 0 : shelf.moment().tagHours().shareNear(tag);
    }

    private static boolean isBetween(ShelfMoment shelf, int fromHour, int toHour) {
        int minute = shelf.moment().context().localMinute();
        return minute >= fromHour * MINUTES_PER_HOUR && minute < toHour * MINUTES_PER_HOUR;
    }

    private static Feature of(
            String name, String unit, String meaning, String source, ToDoubleFunction<ShelfMoment> function) {
        return new Feature.OfShelf(
                new FeatureDescription(name, FeatureScope.SHELF, unit, 0, 1, meaning, source), function);
    }
}
