package dev.counterpoint.domain.feature;

import java.util.ArrayList;
import java.util.List;

/** The feature sets of home pages. A released set never changes. */
public final class HomeFeatures {
    /** The first one: columns of the listener, the request, the shelf, the card, the pair. */
    public static final FeatureSet HOME_1 = new FeatureSet("home-1", homeOne());

    private HomeFeatures() {}

    private static List<Feature> homeOne() {
        List<Feature> features = new ArrayList<>();
        features.addAll(ListenerFeatures.all());
        features.addAll(ContextFeatures.all());
        features.addAll(ShelfFeatures.all());
        features.addAll(CardFeatures.all());
        features.addAll(PairFeatures.all());
        return features;
    }
}
