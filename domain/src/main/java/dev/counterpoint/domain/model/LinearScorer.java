package dev.counterpoint.domain.model;

import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.FeatureSet;
import java.util.Map;

/** Scores with {@code σ(w·x + b)}: logistic regression. Bit for bit the same on every machine. */
public final class LinearScorer implements Scorer {
    /** Beyond it σ is 0 or 1 as a float. */
    private static final double LARGEST_LOGIT = 15;

    private final String modelId;
    private final FeatureSet set;
    private final double[] weights;
    private final double bias;

    /**
     * @param weights by feature; 0 for those not named
     * @throws IllegalArgumentException if a weight is for a feature that the set does not have
     */
    public LinearScorer(String modelId, FeatureSet set, Map<String, Double> weights, double bias) {
        this.modelId = modelId;
        this.set = set;
        this.weights = new double[set.size()];
        this.bias = bias;
        weights.forEach((feature, weight) -> this.weights[set.columnOf(feature)] = weight);
    }

    @Override
    public String modelId() {
        return modelId;
    }

    @Override
    public FeatureSet featureSet() {
        return set;
    }

    /** @return float[pairs], each within (0, 1) */
    @Override
    public float[] score(FeatureMatrix matrix) {
        matrix.requireOf(set, modelId);
        float[] scores = new float[matrix.rows()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = sigmoid(matrix.dot(row, weights, bias));
        }
        return scores;
    }

    private static float sigmoid(double logit) {
        double bounded = Math.max(-LARGEST_LOGIT, Math.min(LARGEST_LOGIT, logit));
        return (float) (1 / (1 + StrictMath.exp(-bounded)));
    }
}
