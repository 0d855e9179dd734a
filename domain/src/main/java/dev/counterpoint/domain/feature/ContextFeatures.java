package dev.counterpoint.domain.feature;

import static dev.counterpoint.domain.feature.FeatureDescription.PROFILE;
import static dev.counterpoint.domain.feature.FeatureDescription.REQUEST;

import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.time.HalfLife;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Features of the request, and of how its time suits the listener. */
final class ContextFeatures {
    private static final double MINUTES_PER_TURN = 1_440;
    private static final int HOURS = 24;
    private static final int SATURDAY = 5;

    private ContextFeatures() {}

    static List<Feature> all() {
        return List.of(
                of(
                        "hourSin",
                        "sine",
                        -1,
                        1,
                        "local time of day on a circle, sine",
                        REQUEST,
                        moment -> StrictMath.sin(angle(moment))),
                of(
                        "hourCos",
                        "cosine",
                        -1,
                        1,
                        "local time of day on a circle, cosine",
                        REQUEST,
                        moment -> StrictMath.cos(angle(moment))),
                of(
                        "weekend",
                        "0 or 1",
                        0,
                        1,
                        "Saturday or Sunday, local time",
                        REQUEST,
                        moment -> Shapes.flag(moment.context().weekday() >= SATURDAY)),
                of(
                        "isPhone",
                        "0 or 1",
                        0,
                        1,
                        "asked for on surface phone",
                        REQUEST,
                        moment -> Shapes.flag(moment.context().surface().equals("phone"))),
                of(
                        "hourActivity28d",
                        "times the mean",
                        0,
                        HOURS,
                        "the listener's plays at this hour (UTC) against their mean hour, half-life 28 days, prior 1 play",
                        PROFILE,
                        ContextFeatures::hourActivity));
    }

    private static double angle(Moment moment) {
        return 2 * Math.PI * moment.context().localMinute() / MINUTES_PER_TURN;
    }

    private static double hourActivity(Moment moment) {
        double plays = moment.listener().count(InteractionType.PLAY, HalfLife.MONTH);
        return HOURS * (moment.listener().playsAtThisHour() + 1.0 / HOURS) / (plays + 1);
    }

    private static Feature of(
            String name,
            String unit,
            double lowest,
            double highest,
            String meaning,
            String source,
            ToDoubleFunction<Moment> function) {
        return new Feature.OfMoment(
                new FeatureDescription(name, FeatureScope.CONTEXT, unit, lowest, highest, meaning, source), function);
    }
}
