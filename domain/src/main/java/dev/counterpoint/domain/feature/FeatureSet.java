package dev.counterpoint.domain.feature;

import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.statistics.Statistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An ordered list of features under a name with a version, such as home-1: the columns of a matrix. Immutable. */
public final class FeatureSet {
    private final String name;
    private final List<Feature> features;
    private final Map<String, Integer> columns = new HashMap<>();

    /** @throws IllegalArgumentException if two features have the same name */
    public FeatureSet(String name, List<Feature> features) {
        this.name = name;
        this.features = List.copyOf(features);
        for (Feature feature : features) {
            if (columns.putIfAbsent(feature.name(), columns.size()) != null) {
                throw new IllegalArgumentException(name + " has feature " + feature.name() + " twice");
            }
        }
    }

    public String name() {
        return name;
    }

    /** In the order of the columns. */
    public List<Feature> features() {
        return features;
    }

    /** How many features there are. */
    public int size() {
        return features.size();
    }

    /** @throws IllegalArgumentException if the set has no such feature */
    public int columnOf(String feature) {
        Integer column = columns.get(feature);
        if (column == null) {
            throw new IllegalArgumentException(name + " has no feature " + feature);
        }
        return column;
    }

    /** The names, in the order of the columns. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        features.forEach(feature -> names.add(feature.name()));
        return List.copyOf(names);
    }

    /** The features of scope listener by name, in the order of the columns: what is known of somebody without a page. */
    public Map<String, Float> valuesOf(Profile profile, Instant now) {
        Moment moment = new Moment(profile.at(now), Statistics.empty(), Embeddings.none(), PageContext.at("", now, 0));
        Map<String, Float> values = new LinkedHashMap<>();
        for (Feature feature : features) {
            if (feature instanceof Feature.OfMoment ofMoment
                    && feature.description().scope() == FeatureScope.LISTENER) {
                values.put(feature.name(), ofMoment.valueAt(moment));
            }
        }
        return values;
    }

    @Override
    public String toString() {
        return name + names();
    }
}
