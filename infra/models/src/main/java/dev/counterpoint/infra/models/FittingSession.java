package dev.counterpoint.infra.models;

import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.training.fit.Calibration;
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
    private static final double FIRST_FACTOR = 0.05;

    private final NetworkShape shape;
    private final Graph graph = new Graph();
    private final Session session;
    private final Placeholder<TFloat32> standardised;
    private final Placeholder<TFloat32> labels;
    private final Placeholder<TFloat32> weightsOfRows;
    private final List<Variable<TFloat32>> weights = new ArrayList<>();
    private final List<Variable<TFloat32>> biases = new ArrayList<>();
    private final List<Variable<TFloat32>> factors = new ArrayList<>();
    private final Operand<TFloat32> logits;
    private final Operand<TFloat32> loss;
    private final Operand<TFloat32> lossSum;
    private final Op step;

    /** @param inputs of a row, as in {@link StandardisedRows#width} */
    FittingSession(Recipe recipe, int inputs, Crosses crosses, long seed) {
        shape = new NetworkShape(inputs, crosses.left().length, recipe.hidden(), recipe.factors());
        Ops tf = Ops.create(graph);
        standardised = Tensors.floats(tf, -1, inputs);
        labels = Tensors.floats(tf, -1);
        weightsOfRows = Tensors.floats(tf, -1);
        List<Assign<TFloat32>> beginnings = variables(tf, SeededRandom.of(seed, "weights")::nextLong);
        if (shape.factors() > 0) {
            beginnings.add(factors(tf, SeededRandom.of(seed, "factors")::nextLong));
        }
        ForwardPass forward = new ForwardPass(tf);
        logits = logits(tf, forward, crosses);
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

    private Operand<TFloat32> logits(Ops tf, ForwardPass forward, Crosses crosses) {
        Operand<TFloat32> ofLayers = forward.logits(
                forward.inputs(shape, standardised, tf.constant(crosses.left()), tf.constant(crosses.right())),
                weights,
                biases);
        return factors.isEmpty() ? ofLayers : tf.math.add(ofLayers, forward.pairs(standardised, factors.get(0)));
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

    /** Not zeros, from which factors would never get away. */
    private Assign<TFloat32> factors(Ops tf, RandomGenerator chance) {
        float[] first = new float[shape.features() * shape.factors()];
        for (int i = 0; i < first.length; i++) {
            first[i] = (float) (FIRST_FACTOR * chance.nextGaussian());
        }
        Variable<TFloat32> variable = tf.variable(Shape.of(shape.features(), shape.factors()), TFloat32.class);
        factors.add(variable);
        return tf.assign(variable, tf.reshape(tf.constant(first), tf.constant(new int[] {
            shape.features(), shape.factors()
        })));
    }

    /** By a product: the gradient of a square ends the process in this TensorFlow. */
    private Operand<TFloat32> decayOf(Ops tf, float decay) {
        Operand<TFloat32> squares = tf.constant(0f);
        List<Variable<TFloat32>> decaying = new ArrayList<>(weights);
        decaying.addAll(factors);
        for (Variable<TFloat32> weight : decaying) {
            squares = tf.math.add(squares, tf.reduceSum(tf.math.mul(weight, weight), tf.constant(new int[] {0, 1})));
        }
        return tf.math.mul(squares, tf.constant(decay));
    }

    private static ReduceSum<TFloat32> sum(Ops tf, Operand<TFloat32> values) {
        return tf.reduceSum(values, tf.constant(0));
    }

    /**
     * A step on the rows from {@code begin} to before {@code end}.
     *
     * @return their weighted mean loss before the step, in nats
     */
    double step(StandardisedRows rows, int begin, int end) {
        return run(rows, begin, end, loss, step, null);
    }

    /**
     * Of the rows from {@code begin} to before {@code end}.
     *
     * @param predicted float[rows], takes their logits
     * @return Σ weight · loss, in nats
     */
    double lossSum(StandardisedRows rows, int begin, int end, float[] predicted) {
        return run(rows, begin, end, lossSum, null, predicted);
    }

    private double run(
            StandardisedRows rows,
            int begin,
            int end,
            Operand<TFloat32> wanted,
            @Nullable Op target,
            float @Nullable [] predicted) {
        int width = rows.width();
        Shape count = Shape.of(end - begin);
        try (TFloat32 features = Tensors.of(rows.features(), (long) begin * width, Shape.of(end - begin, width));
                TFloat32 label = Tensors.of(rows.labels(), begin, count);
                TFloat32 weight = Tensors.of(rows.weights(), begin, count)) {
            Session.Runner runner = session.runner()
                    .feed(standardised, features)
                    .feed(labels, label)
                    .feed(weightsOfRows, weight)
                    .fetch(wanted);
            if (target != null) {
                runner.addTarget(target);
            }
            if (predicted != null) {
                runner.fetch(logits);
            }
            try (Result result = runner.run()) {
                if (predicted != null) {
                    System.arraycopy(Tensors.toArray((TFloat32) result.get(1)), 0, predicted, begin, end - begin);
                }
                return ((TFloat32) result.get(0)).getFloat();
            }
        }
    }

    /** The numbers as they are now. */
    Numbers numbers() {
        Session.Runner runner = session.runner();
        weights.forEach(runner::fetch);
        biases.forEach(runner::fetch);
        factors.forEach(runner::fetch);
        List<Network.Layer> layers = new ArrayList<>();
        try (Result result = runner.run()) {
            for (int layer = 0; layer < weights.size(); layer++) {
                layers.add(new Network.Layer(Tensors.toArray((TFloat32) result.get(layer)), Tensors.toArray((TFloat32)
                        result.get(weights.size() + layer))));
            }
            float[] ofInputs =
                    factors.isEmpty() ? new float[0] : Tensors.toArray((TFloat32) result.get(2 * weights.size()));
            return new Numbers(layers, ofInputs);
        }
    }

    /** What was fitted, as in {@link Network}. */
    record Numbers(List<Network.Layer> layers, float[] factors) {
        /**
         * With a calibration in it, which needs no place of its own: the logit is linear in the last layer and in products of factors.
         */
        Numbers with(Calibration calibration) {
            List<Network.Layer> scaled = new ArrayList<>(layers);
            Network.Layer last = scaled.remove(layers.size() - 1);
            float[] bias = {(float) calibration.logit(last.biases()[0])};
            scaled.add(new Network.Layer(times(calibration.slope(), last.weights()), bias));
            return new Numbers(scaled, times(Math.sqrt(calibration.slope()), factors));
        }

        /**
         * Without these inputs: standardised, so at their means, they add nothing, and that is how they are when nobody says what they are.
         *
         * @param from the first of them, from 0
         */
        Numbers without(int from, int count) {
            List<Network.Layer> rest = new ArrayList<>(layers);
            Network.Layer first = rest.remove(0);
            rest.add(0, new Network.Layer(without(first.weights(), first.outputs(), from, count), first.biases()));
            int width = factors.length == 0 ? 0 : factors.length / (from + count);
            return new Numbers(rest, width == 0 ? factors : without(factors, width, from, count));
        }

        private static float[] without(float[] rows, int width, int from, int count) {
            float[] rest = new float[rows.length - count * width];
            System.arraycopy(rows, 0, rest, 0, from * width);
            System.arraycopy(rows, (from + count) * width, rest, from * width, rest.length - from * width);
            return rest;
        }

        private static float[] times(double slope, float[] values) {
            float[] scaled = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                scaled[i] = (float) (slope * values[i]);
            }
            return scaled;
        }
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
