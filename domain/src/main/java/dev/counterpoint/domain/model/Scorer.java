package dev.counterpoint.domain.model;

import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.FeatureSet;

/** Scores (shelf, card) pairs by their features. A pure function under a name that never means another one. Thread-safe. */
public interface Scorer {

    /** The model's name, as decisions cite it. */
    String modelId();

    /** The features that the model was made for. */
    FeatureSet featureSet();

    /**
     * How likely each pair is to be played, as far as the model knows.
     *
     * @param matrix of {@link #featureSet}
     * @return float[pairs] in the order of the rows, each within [0, 1]
     * @throws IllegalArgumentException if the matrix is of another set
     */
    float[] score(FeatureMatrix matrix);
}
