package dev.counterpoint.infra.models;

import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.model.Scorer;
import java.nio.FloatBuffer;

/**
 * Scores with a network without hidden layers by a loop in Java, in double, bit for bit the same on every machine. An input that is multiplied with
 * others is added to their weights: where it is the same from row to row, as those of the request are, a row costs no more than without crosses.
 */
final class LogisticScorer implements Scorer {
    private final String modelId;
    private final FeatureSet set;
    private final Network network;
    private final float[] weights;
    private final double bias;

    LogisticScorer(String modelId, FeatureSet set, Network network) {
        this.modelId = modelId;
        this.set = set;
        this.network = network;
        this.weights = network.layers().get(0).weights();
        this.bias = network.layers().get(0).biases()[0];
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
        Row row = new Row();
        FloatBuffer values = matrix.values();
        float[] scores = new float[matrix.rows()];
        for (int pair = 0; pair < scores.length; pair++) {
            scores[pair] = Sigmoid.of(row.logit(values));
        }
        return scores;
    }

    /** One row after the other, with the weights that the last one left. */
    private final class Row {
        private final float[] raw = new float[set.size()];
        private final float[] inputs = new float[set.size()];
        private final float[] multiplied = new float[network.left().length];
        /** By column, with what the crosses add. */
        private final double[] effective = new double[set.size()];

        Row() {
            weigh();
        }

        double logit(FloatBuffer next) {
            next.get(raw);
            float[] means = network.means();
            float[] scales = network.scales();
            for (int column = 0; column < inputs.length; column++) {
                float value = (raw[column] - means[column]) * scales[column];
                inputs[column] = Math.max(-Standardisation.OUTLIER, Math.min(Standardisation.OUTLIER, value));
            }
            if (isMultipliedOtherwise()) {
                weigh();
            }
            return bias + weighedSum();
        }

        /** Four sums side by side, which the processor adds up at once: always in this order. */
        private double weighedSum() {
            double first = 0;
            double second = 0;
            double third = 0;
            double fourth = 0;
            int column = 0;
            for (; column + 3 < inputs.length; column += 4) {
                first += effective[column] * inputs[column];
                second += effective[column + 1] * inputs[column + 1];
                third += effective[column + 2] * inputs[column + 2];
                fourth += effective[column + 3] * inputs[column + 3];
            }
            for (; column < inputs.length; column++) {
                first += effective[column] * inputs[column];
            }
            return first + second + (third + fourth);
        }

        private boolean isMultipliedOtherwise() {
            int[] left = network.left();
            for (int cross = 0; cross < left.length; cross++) {
                if (multiplied[cross] != inputs[left[cross]]) {
                    return true;
                }
            }
            return false;
        }

        private void weigh() {
            for (int column = 0; column < effective.length; column++) {
                effective[column] = weights[column];
            }
            for (int cross = 0; cross < multiplied.length; cross++) {
                multiplied[cross] = inputs[network.left()[cross]];
                effective[network.right()[cross]] +=
                        (double) ForwardPass.CROSSED * weights[effective.length + cross] * multiplied[cross];
            }
        }
    }
}
