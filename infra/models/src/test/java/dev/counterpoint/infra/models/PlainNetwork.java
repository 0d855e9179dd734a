package dev.counterpoint.infra.models;

import dev.counterpoint.domain.feature.FeatureMatrix;

/** The arithmetic of a network, written out. */
final class PlainNetwork {
    private PlainNetwork() {}

    static double score(Network network, FeatureMatrix page, int row) {
        double[] values = inputs(network, page, row);
        for (int i = 0; i < network.layers().size(); i++) {
            values = through(
                    network.layers().get(i), values, i < network.layers().size() - 1);
        }
        return 1 / (1 + Math.exp(-values[0] - pairs(network, inputs(network, page, row))));
    }

    /** Every two inputs, one after the other. */
    private static double pairs(Network network, double[] inputs) {
        int factors = network.shape().factors();
        double sum = 0;
        for (int one = 0; one < network.means().length; one++) {
            for (int other = one + 1; other < network.means().length; other++) {
                for (int factor = 0; factor < factors; factor++) {
                    sum += (double) network.factors()[one * factors + factor]
                            * network.factors()[other * factors + factor]
                            * inputs[one]
                            * inputs[other];
                }
            }
        }
        return sum;
    }

    private static double[] inputs(Network network, FeatureMatrix page, int row) {
        int features = network.means().length;
        double[] inputs = new double[features + network.left().length];
        for (int i = 0; i < features; i++) {
            double standardised = (page.value(row, i) - (double) network.means()[i]) * network.scales()[i];
            inputs[i] = Math.max(-3, Math.min(3, standardised));
        }
        for (int i = 0; i < network.left().length; i++) {
            inputs[features + i] = 0.3 * inputs[network.left()[i]] * inputs[network.right()[i]];
        }
        return inputs;
    }

    private static double[] through(Network.Layer layer, double[] values, boolean rectified) {
        double[] outputs = new double[layer.outputs()];
        for (int out = 0; out < outputs.length; out++) {
            double sum = layer.biases()[out];
            for (int in = 0; in < values.length; in++) {
                sum += values[in] * layer.weights()[in * outputs.length + out];
            }
            outputs[out] = rectified ? Math.max(0, sum) : sum;
        }
        return outputs;
    }
}
