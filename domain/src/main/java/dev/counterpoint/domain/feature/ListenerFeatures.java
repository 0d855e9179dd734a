package dev.counterpoint.domain.feature;

import static dev.counterpoint.domain.feature.FeatureDescription.PROFILE;
import static dev.counterpoint.domain.listener.InteractionType.COMPLETE;
import static dev.counterpoint.domain.listener.InteractionType.PLAY;
import static dev.counterpoint.domain.listener.InteractionType.SAVE;
import static dev.counterpoint.domain.listener.InteractionType.SKIP;

import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.domain.profile.ProfileView;
import dev.counterpoint.domain.time.HalfLife;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Features of the listener. */
final class ListenerFeatures {
    private static final double YEAR_DAYS = 365;

    private ListenerFeatures() {}

    static List<Feature> all() {
        return List.of(
                of(
                        "plays1h",
                        "log2(1 + plays)",
                        16,
                        "plays, fading with a half-life of an hour",
                        listener -> Shapes.doublings(listener.count(PLAY, HalfLife.HOUR))),
                of(
                        "plays28d",
                        "log2(1 + plays)",
                        24,
                        "plays, fading with a half-life of 28 days",
                        listener -> Shapes.doublings(listener.count(PLAY, HalfLife.MONTH))),
                of(
                        "skipRate1h",
                        "share",
                        1,
                        "skips of plays and skips, half-life an hour, prior 1 of 5",
                        listener -> skipRate(listener, HalfLife.HOUR)),
                of(
                        "skipRate7d",
                        "share",
                        1,
                        "skips of plays and skips, half-life 7 days, prior 1 of 5",
                        listener -> skipRate(listener, HalfLife.WEEK)),
                of(
                        "completionRate28d",
                        "share",
                        1,
                        "completions of plays, half-life 28 days, prior 5 of 10",
                        listener -> Shapes.rate(
                                listener.count(COMPLETE, HalfLife.MONTH), listener.count(PLAY, HalfLife.MONTH), 5, 10)),
                of(
                        "saveRate28d",
                        "share",
                        1,
                        "saves of plays, half-life 28 days, prior 0.5 of 10",
                        listener -> Shapes.rate(
                                listener.count(SAVE, HalfLife.MONTH), listener.count(PLAY, HalfLife.MONTH), 0.5, 10)),
                of(
                        "daysSinceLastPlay",
                        "days",
                        YEAR_DAYS,
                        "time since the last play; a year where there was none",
                        listener -> orYear(listener.daysSinceLastPlay())),
                of(
                        "listenerNovelty",
                        "share",
                        1,
                        "plays of cards not played lately, half-life 28 days, prior 2 of 4",
                        listener -> novelty(listener)),
                of(
                        "sessionPosition",
                        "log2(1 + actions)",
                        10,
                        "actions in this session, which ends after 30 idle minutes",
                        listener -> Shapes.doublings(listener.sessionPosition())),
                of(
                        "skipStreak",
                        "skips",
                        10,
                        "skips since the last play that was not skipped",
                        ProfileView::skipStreak),
                of(
                        "isPremium",
                        "0 or 1",
                        1,
                        "pays for premium",
                        listener -> Shapes.flag(listener.settings().tier() == Tier.PREMIUM)));
    }

    static double novelty(ProfileView listener) {
        return Shapes.rate(listener.firstPlays(HalfLife.MONTH), listener.count(PLAY, HalfLife.MONTH), 2, 4);
    }

    private static double skipRate(ProfileView listener, HalfLife halfLife) {
        double skips = listener.count(SKIP, halfLife);
        return Shapes.rate(skips, listener.count(PLAY, halfLife) + skips, 1, 5);
    }

    static double orYear(double days) {
        return days < 0 ? YEAR_DAYS : days;
    }

    private static Feature of(
            String name, String unit, double highest, String meaning, ToDoubleFunction<ProfileView> function) {
        return new Feature.OfMoment(
                new FeatureDescription(name, FeatureScope.LISTENER, unit, 0, highest, meaning, PROFILE),
                moment -> function.applyAsDouble(moment.listener()));
    }
}
