package dev.counterpoint.domain.model;

import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.FeatureSet;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/** Scores with {@code σ(w·x + b)}: logistic regression. Bit for bit the same on every machine. */
public final class LinearScorer implements Scorer {
    /** Beyond it σ is 0 or 1 as a float. */
    private static final double LARGEST_LOGIT = 15;

    private final String modelId;
    private final FeatureSet set;
    /** Those with a weight that is not 0, ascending: a weight of 0 adds nothing to a sum of finite values. */
    private final int[] columns;

    private final double[] weights;
    private final double bias;

    /**
     * @param weights by feature; 0 for those not named
     * @throws IllegalArgumentException if a weight is for a feature that the set does not have
     */
    public LinearScorer(String modelId, FeatureSet set, Map<String, Double> weights, double bias) {
        this.modelId = modelId;
        this.set = set;
        this.bias = bias;
        double[] byColumn = new double[set.size()];
        weights.forEach((feature, weight) -> byColumn[set.columnOf(feature)] = weight);
        this.columns = IntStream.range(0, byColumn.length)
                .filter(column -> byColumn[column] != 0)
                .toArray();
        this.weights =
                Arrays.stream(columns).mapToDouble(column -> byColumn[column]).toArray();
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
            scores[row] = sigmoid(matrix.dot(row, columns, weights, bias));
        }
        return scores;
    }

    private static float sigmoid(double logit) {
        double bounded = Math.max(-LARGEST_LOGIT, Math.min(LARGEST_LOGIT, logit));
        return (float) (1 / (1 + StrictMath.exp(-bounded)));
    }
}
