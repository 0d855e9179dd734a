package dev.counterpoint.infra.models;

import java.util.List;

/**
 * A fitted model: inputs are standardised, some of them are multiplied with each other, and layers with rectified outputs end in one logit.
 * Without hidden layers this is logistic regression. With factors, the product of every two inputs is added to the logit, weighed by the
 * product of their factors. Arrays are not copied.
 *
 * @param featureSet name of the inputs
 * @param means float[features], subtracted from the inputs
 * @param scales float[features], by which the differences are multiplied
 * @param left int[crosses], columns of the first factors
 * @param right int[crosses], columns of the second factors
 * @param layers in order; the last one has one output
 * @param factors float[features × factors], row-major; empty if there are none
 */
record Network(
        String featureSet,
        float[] means,
        float[] scales,
        int[] left,
        int[] right,
        List<Layer> layers,
        float[] factors) {
    Network {
        layers = List.copyOf(layers);
        if (layers.isEmpty() || layers.get(layers.size() - 1).outputs() != 1) {
            throw new IllegalArgumentException("the last layer has one output");
        }
        int width = means.length + left.length;
        for (Layer layer : layers) {
            if (layer.inputs() != width) {
                throw new IllegalArgumentException(
                        "a layer of " + layer.inputs() + " inputs cannot follow " + width + " outputs");
            }
            width = layer.outputs();
        }
        if (factors.length % means.length != 0) {
            throw new IllegalArgumentException(
                    factors.length + " factors are not those of " + means.length + " inputs");
        }
    }

    NetworkShape shape() {
        return new NetworkShape(
                means.length,
                left.length,
                layers.subList(0, layers.size() - 1).stream()
                        .map(Layer::outputs)
                        .toList(),
                factors.length / means.length);
    }

    /**
     * One layer.
     *
     * @param weights float[inputs × outputs], row-major
     * @param biases float[outputs]
     */
    record Layer(float[] weights, float[] biases) {
        int outputs() {
            return biases.length;
        }

        int inputs() {
            return weights.length / biases.length;
        }
    }
}
