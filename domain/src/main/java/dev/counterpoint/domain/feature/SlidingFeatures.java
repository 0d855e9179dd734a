package dev.counterpoint.domain.feature;

import static dev.counterpoint.domain.feature.FeatureDescription.PROFILE;

import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.time.SlidingWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Features that count in sliding windows, for the listener alone and for what they do with a shelf, a tag, a creator. */
final class SlidingFeatures {
    private static final double PRIOR_IMPRESSIONS = 10;
    private static final double MOST_DOUBLINGS = 16;

    private SlidingFeatures() {}

    static List<Feature> all() {
        List<Feature> features = new ArrayList<>();
        for (Named window : Named.values()) {
            features.add(playsOfListener(window));
        }
        features.add(minutesPlayed());
        features.add(shelfPlays(Named.HOUR));
        features.add(shelfPlays(Named.DAY));
        features.add(shelfPlayRate(Named.WEEK));
        features.add(shelfPlayRate(Named.MONTH));
        for (Named window : Named.values()) {
            features.add(
                    ofPair("tagPlays", "tags, the first counting most", window, pair -> pair.tagPlays(window.window)));
        }
        for (Named window : Named.values()) {
            features.add(ofPair("creatorPlays", "creators", window, pair -> pair.creatorPlays(window.window)));
        }
        return features;
    }

    /** A window as names of features have it, with the plays that bring a share to one half. */
    private enum Named {
        HOUR(SlidingWindow.HOUR, "LastHour", "within the last hour", 2),
        DAY(SlidingWindow.DAY, "LastDay", "within the last day", 5),
        WEEK(SlidingWindow.WEEK, "Last7Days", "on the last 7 days (UTC)", 10),
        MONTH(SlidingWindow.MONTH, "Last28Days", "within the last 28 days", 20);

        private final SlidingWindow window;
        private final String suffix;
        private final String words;
        private final int halfAt;

        Named(SlidingWindow window, String suffix, String words, int halfAt) {
            this.window = window;
            this.suffix = suffix;
            this.words = words;
            this.halfAt = halfAt;
        }
    }

    private static Feature playsOfListener(Named window) {
        return new Feature.OfMoment(
                new FeatureDescription(
                        "plays" + window.suffix,
                        FeatureScope.LISTENER,
                        "log2(1 + plays)",
                        0,
                        MOST_DOUBLINGS,
                        "plays " + window.words,
                        PROFILE),
                moment -> Shapes.doublings(moment.listener().count(InteractionType.PLAY, window.window)));
    }

    private static Feature minutesPlayed() {
        return new Feature.OfMoment(
                new FeatureDescription(
                        "minutesPlayedLastDay",
                        FeatureScope.LISTENER,
                        "log2(1 + minutes)",
                        0,
                        MOST_DOUBLINGS,
                        "time played " + Named.DAY.words + ", where clients said how long",
                        PROFILE),
                moment -> Shapes.doublings(moment.listener().minutesPlayed(SlidingWindow.DAY)));
    }

    private static Feature shelfPlays(Named window) {
        return new Feature.OfShelf(
                new FeatureDescription(
                        "shelfPlays" + window.suffix,
                        FeatureScope.SHELF,
                        "x / (x + " + window.halfAt + " plays)",
                        0,
                        1,
                        "the listener's plays from this template " + window.words,
                        PROFILE),
                shelf -> Shapes.saturating(
                        shelf.moment().listener().playsFrom(template(shelf), window.window), window.halfAt));
    }

    private static Feature shelfPlayRate(Named window) {
        return new Feature.OfShelf(
                new FeatureDescription(
                        "shelfPlayRate" + window.suffix,
                        FeatureScope.SHELF,
                        "share",
                        0,
                        1,
                        "the listener's plays per impression on this template " + window.words
                                + ", prior 10 impressions at shelfPlayRate",
                        PROFILE + ", " + FeatureDescription.STATISTICS),
                shelf -> playRate(shelf, window.window));
    }

    private static double playRate(ShelfMoment shelf, SlidingWindow window) {
        return Shapes.rate(
                shelf.moment().listener().playsFrom(template(shelf), window),
                shelf.moment().listener().impressionsOn(template(shelf), window),
                shelf.rates().play() * PRIOR_IMPRESSIONS,
                PRIOR_IMPRESSIONS);
    }

    private static ShelfId template(ShelfMoment shelf) {
        return shelf.shelf().shelf().template();
    }

    private static Feature ofPair(String name, String names, Named window, ToDoubleFunction<PairMoment> plays) {
        return new Feature.OfPair(
                new FeatureDescription(
                        name + window.suffix,
                        FeatureScope.PAIR,
                        "x / (x + " + window.halfAt + " plays)",
                        0,
                        1,
                        "mean of the listener's plays of the card's " + names + ", " + window.words,
                        PROFILE),
                pair -> Shapes.saturating(plays.applyAsDouble(pair), window.halfAt));
    }
}
