package dev.counterpoint.infra.models;

import dev.counterpoint.domain.random.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.framework.optimizers.Adam;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** The graph that a network is fitted in, with its variables. Close it. Not thread-safe. */
final class FittingSession implements AutoCloseable {
    private final NetworkShape shape;
    private final Graph graph = new Graph();
    private final Session session;
    private final Placeholder<TFloat32> standardised;
    private final Placeholder<TFloat32> labels;
    private final Placeholder<TFloat32> weightsOfRows;
    private final List<Variable<TFloat32>> weights = new ArrayList<>();
    private final List<Variable<TFloat32>> biases = new ArrayList<>();
    private final Operand<TFloat32> loss;
    private final Operand<TFloat32> lossSum;
    private final Op step;

    FittingSession(Recipe recipe, int features, Crosses crosses, long seed) {
        shape = new NetworkShape(features, crosses.left().length, recipe.hidden());
        Ops tf = Ops.create(graph);
        standardised = Tensors.floats(tf, -1, features);
        labels = Tensors.floats(tf, -1);
        weightsOfRows = Tensors.floats(tf, -1);
        List<Assign<TFloat32>> beginnings = variables(tf, SeededRandom.of(seed, "weights")::nextLong);
        ForwardPass forward = new ForwardPass(tf);
        Operand<TFloat32> logits = forward.logits(
                forward.inputs(shape, standardised, tf.constant(crosses.left()), tf.constant(crosses.right())),
                weights,
                biases);
        Operand<TFloat32> rowLoss = tf.math.sub(tf.math.softplus(logits), tf.math.mul(logits, labels));
        lossSum = sum(tf, tf.math.mul(rowLoss, weightsOfRows));
        loss = tf.math.div(lossSum, sum(tf, weightsOfRows));
        step = new Adam(graph, recipe.learningRate()).minimize(tf.math.add(loss, decayOf(tf, recipe.decay())));
        session = new Session(graph, Tensors.ONE_THREAD);
        session.initialize();
        Session.Runner begin = session.runner();
        beginnings.forEach(begin::addTarget);
        begin.run().close();
    }

    /** He et al. 2015 for hidden layers; zeros for the last one, so that a fit begins without an opinion. */
    private List<Assign<TFloat32>> variables(Ops tf, RandomGenerator chance) {
        List<Assign<TFloat32>> beginnings = new ArrayList<>();
        List<Integer> widths = shape.widths();
        for (int layer = 0; layer < widths.size() - 1; layer++) {
            int inputs = widths.get(layer);
            int outputs = widths.get(layer + 1);
            boolean isLast = layer == widths.size() - 2;
            float[] first = new float[inputs * outputs];
            for (int i = 0; i < first.length && !isLast; i++) {
                first[i] = (float) (chance.nextGaussian() * Math.sqrt(2.0 / inputs));
            }
            Variable<TFloat32> weight = tf.variable(Shape.of(inputs, outputs), TFloat32.class);
            Variable<TFloat32> bias = tf.variable(Shape.of(outputs), TFloat32.class);
            beginnings.add(tf.assign(weight, tf.reshape(tf.constant(first), tf.constant(new int[] {inputs, outputs}))));
            beginnings.add(tf.assign(bias, tf.constant(new float[outputs])));
            weights.add(weight);
            biases.add(bias);
        }
        return beginnings;
    }

    /** By a product: the gradient of a square ends the process in this TensorFlow. */
    private Operand<TFloat32> decayOf(Ops tf, float decay) {
        Operand<TFloat32> squares = tf.constant(0f);
        for (Variable<TFloat32> weight : weights) {
            squares = tf.math.add(squares, tf.reduceSum(tf.math.mul(weight, weight), tf.constant(new int[] {0, 1})));
        }
        return tf.math.mul(squares, tf.constant(decay));
    }

    private static ReduceSum<TFloat32> sum(Ops tf, Operand<TFloat32> values) {
        return tf.reduceSum(values, tf.constant(0));
    }

    /** @return the weighted mean loss of the batch before the step, in nats */
    double step(Batch batch) {
        return run(batch, loss, step);
    }

    /** @return Σ weight · loss, in nats */
    double lossSum(Batch batch) {
        return run(batch, lossSum, null);
    }

    private double run(Batch batch, Operand<TFloat32> wanted, @Nullable Op target) {
        try (TFloat32 features = Tensors.of(batch.features(), batch.rows(), shape.features());
                TFloat32 label = Tensors.of(batch.labels(), batch.rows());
                TFloat32 weight = Tensors.of(batch.weights(), batch.rows())) {
            Session.Runner runner = session.runner()
                    .feed(standardised, features)
                    .feed(labels, label)
                    .feed(weightsOfRows, weight)
                    .fetch(wanted);
            if (target != null) {
                runner.addTarget(target);
            }
            try (Result result = runner.run()) {
                return ((TFloat32) result.get(0)).getFloat();
            }
        }
    }

    /** The layers as they are now. */
    List<Network.Layer> layers() {
        Session.Runner runner = session.runner();
        weights.forEach(runner::fetch);
        biases.forEach(runner::fetch);
        List<Network.Layer> layers = new ArrayList<>();
        try (Result result = runner.run()) {
            for (int layer = 0; layer < weights.size(); layer++) {
                layers.add(new Network.Layer(Tensors.toArray((TFloat32) result.get(layer)), Tensors.toArray((TFloat32)
                        result.get(weights.size() + layer))));
            }
        }
        return layers;
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
