package dev.counterpoint.infra.models;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Scores with any network of one shape: the numbers are fed, so that a new model costs its tensors and nothing else. Lives as long as the
 * process. Thread-safe.
 */
final class ScoringSession {
    private final Session session;
    private final Placeholder<TFloat32> raw;
    private final List<Operand<?>> parameters = new ArrayList<>();
    private final Operand<TFloat32> scores;

    ScoringSession(NetworkShape shape) {
        Graph graph = new Graph();
        Ops tf = Ops.create(graph);
        raw = Tensors.floats(tf, -1, shape.features());
        var means = Tensors.floats(tf, shape.features());
        var scales = Tensors.floats(tf, shape.features());
        var left = Tensors.ints(tf, shape.crosses());
        var right = Tensors.ints(tf, shape.crosses());
        List<Operand<TFloat32>> weights = new ArrayList<>();
        List<Operand<TFloat32>> biases = new ArrayList<>();
        for (int layer = 0; layer <= shape.hidden().size(); layer++) {
            weights.add(Tensors.floats(tf, Tensors.shapeOfLayer(shape.widths(), layer)));
            biases.add(Tensors.floats(tf, shape.widths().get(layer + 1)));
        }
        parameters.addAll(List.of(means, scales, left, right));
        parameters.addAll(weights);
        parameters.addAll(biases);
        ForwardPass forward = new ForwardPass(tf);
        Operand<TFloat32> standardised = forward.standardised(raw, means, scales);
        Operand<TFloat32> logits = forward.logits(forward.inputs(shape, standardised, left, right), weights, biases);
        if (shape.factors() > 0) {
            Placeholder<TFloat32> factors = Tensors.floats(tf, shape.features(), shape.factors());
            parameters.add(factors);
            logits = tf.math.add(logits, forward.pairs(standardised, factors));
        }
        scores = tf.math.sigmoid(logits);
        session = new Session(graph, Tensors.ONE_THREAD);
    }

    /** The numbers of a network as {@link #score} takes them, in the order of the placeholders. */
    static List<Tensor> parametersOf(Network network) {
        List<Tensor> tensors = new ArrayList<>();
        tensors.add(Tensors.of(network.means(), network.means().length));
        tensors.add(Tensors.of(network.scales(), network.scales().length));
        tensors.add(Tensors.of(network.left()));
        tensors.add(Tensors.of(network.right()));
        network.layers().forEach(layer -> tensors.add(Tensors.of(layer.weights(), layer.inputs(), layer.outputs())));
        network.layers().forEach(layer -> tensors.add(Tensors.of(layer.biases(), layer.outputs())));
        if (network.factors().length > 0) {
            NetworkShape shape = network.shape();
            tensors.add(Tensors.of(network.factors(), shape.features(), shape.factors()));
        }
        return tensors;
    }

    /** @return float[rows of {@code features}], each within [0, 1] */
    float[] score(TFloat32 features, List<Tensor> network) {
        Session.Runner runner = session.runner().feed(raw, features).fetch(scores);
        for (int i = 0; i < parameters.size(); i++) {
            runner.feed(parameters.get(i), network.get(i));
        }
        try (Result result = runner.run()) {
            return Tensors.toArray((TFloat32) result.get(0));
        }
    }
}
