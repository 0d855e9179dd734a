package dev.counterpoint.domain.feature;

import java.util.ArrayList;
import java.util.HashMap;
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

    @Override
    public String toString() {
        return name + names();
    }
}
