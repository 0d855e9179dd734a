package dev.counterpoint.domain.feature;

import java.util.ArrayList;
import java.util.List;

/** The feature sets of home pages. A released set never changes. */
public final class HomeFeatures {
    /** The first one: columns of the listener, the request, the shelf, the card, the pair. */
    public static final FeatureSet HOME_1 = new FeatureSet("home-1", homeOne());

    /** The columns of home-1, then sliding windows, crosses, country, trends and embeddings. */
    public static final FeatureSet HOME_2 = new FeatureSet("home-2", homeTwo());

    private HomeFeatures() {}

    /** All that models may have been made for, the oldest first. */
    public static List<FeatureSet> all() {
        return List.of(HOME_1, HOME_2);
    }

    /** What new models are made for. */
    public static FeatureSet newest() {
        return HOME_2;
    }

    private static List<Feature> homeOne() {
        List<Feature> features = new ArrayList<>();
        features.addAll(ListenerFeatures.all());
        features.addAll(ContextFeatures.all());
        features.addAll(ShelfFeatures.all());
        features.addAll(CardFeatures.all());
        features.addAll(PairFeatures.all());
        return features;
    }

    private static List<Feature> homeTwo() {
        List<Feature> features = new ArrayList<>(HOME_1.features());
        features.addAll(SlidingFeatures.all());
        features.addAll(CrossFeatures.all());
        features.addAll(AddedFeatures.all());
        return features;
    }
}
