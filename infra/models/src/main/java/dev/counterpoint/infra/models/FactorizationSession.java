package dev.counterpoint.infra.models;

import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.random.SeededRandom;
import java.util.Arrays;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The graph that vectors of cards are fitted in. A step gathers the rows that it needs, takes the gradient of the loss by them, and brings it
 * into these rows alone by Adagrad, so that its cost does not grow with the number of cards. Close it. Not thread-safe.
 */
final class FactorizationSession implements AutoCloseable {
    private static final int D = CardVectors.DIMENSIONS;
    private static final float FIRST_ACCUMULATED = 0.1f;
    private static final float TINY = 1e-7f;
    private static final int ROWS_AT_ONCE = 16_384;

    private final int cards;
    private final Graph graph = new Graph();
    private final Session session;
    private final Placeholder<TInt32> contexts;
    private final Placeholder<TFloat32> isContext;
    private final Placeholder<TInt32> targets;
    private final Placeholder<TInt32> others;
    private final Placeholder<TFloat32> weights;
    private final Placeholder<TInt32> rows;
    private final Placeholder<TFloat32> values;
    private final Operand<TFloat32> lossSum;
    private final Operand<TFloat32> gathered;
    private final Op step;
    private final Op scattered;

    FactorizationSession(FactorizationRecipe recipe, int cards, long seed) {
        this.cards = cards;
        Ops tf = Ops.create(graph);
        contexts = ints(tf, -1, recipe.context());
        isContext = Tensors.floats(tf, -1, recipe.context(), 1);
        targets = ints(tf, -1);
        others = ints(tf, recipe.others());
        weights = Tensors.floats(tf, -1);
        rows = ints(tf, -1);
        values = Tensors.floats(tf, -1, D);
        Variable<TFloat32> table = tf.variable(Shape.of(cards, D), TFloat32.class);
        Variable<TFloat32> accumulated = tf.variable(Shape.of(cards, D), TFloat32.class);
        Operand<TInt32> first = tf.constant(0);
        List<Operand<TFloat32>> used = List.of(
                tf.gather(table, contexts, first), tf.gather(table, targets, first), tf.gather(table, others, first));
        lossSum = new SampledSoftmax(tf, recipe.sharpness())
                .lossSum(used.get(0), isContext, used.get(1), targets, used.get(2), others, weights);
        Gradients gradients = tf.gradients(lossSum, used);
        step = tf.train.sparseApplyAdagrad(
                table,
                accumulated,
                tf.constant(recipe.learningRate()),
                tf.constant(TINY),
                tf.concat(
                        List.of(
                                tf.reshape(gradients.<TFloat32>dy(0), tf.constant(new int[] {-1, D})),
                                gradients.<TFloat32>dy(1),
                                gradients.<TFloat32>dy(2)),
                        first),
                tf.concat(List.of(tf.reshape(contexts, tf.constant(new int[] {-1})), targets, others), first));
        gathered = tf.gather(table, rows, first);
        scattered = tf.scatterUpdate(table, rows, values);
        int[] shape = {cards, D};
        List<Op> beginnings = List.of(
                tf.assign(table, tf.fill(tf.constant(shape), tf.constant(0f))),
                tf.assign(accumulated, tf.fill(tf.constant(shape), tf.constant(FIRST_ACCUMULATED))));
        session = new Session(graph, Tensors.ONE_THREAD);
        Session.Runner begin = session.runner();
        beginnings.forEach(begin::addTarget);
        begin.run().close();
        scatterFirst(SeededRandom.of(seed, "vectors"));
    }

    private static Placeholder<TInt32> ints(Ops tf, long... shape) {
        return tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(shape)));
    }

    /** Somewhere on all sides, of length about 1. */
    private void scatterFirst(SeededRandom chance) {
        for (int from = 0; from < cards; from += ROWS_AT_ONCE) {
            int count = Math.min(ROWS_AT_ONCE, cards - from);
            float[] first = new float[count * D];
            for (int i = 0; i < first.length; i++) {
                first[i] = (float) ((2 * chance.nextDouble() - 1) * Math.sqrt(3.0 / D));
            }
            try (TInt32 at = rowsFrom(from, count);
                    TFloat32 with = Tensors.of(first, count, D)) {
                session.runner()
                        .feed(rows, at)
                        .feed(values, with)
                        .addTarget(scattered)
                        .run()
                        .close();
            }
        }
    }

    /** @return Σ weight · loss of the pairs before the step, in nats */
    double step(PairBatch batch) {
        return run(batch, true);
    }

    /** @return Σ weight · loss of the pairs, in nats */
    double lossSum(PairBatch batch) {
        return run(batch, false);
    }

    private double run(PairBatch batch, boolean learns) {
        int count = batch.pairs();
        int width = batch.contexts().length / batch.targets().length;
        try (TInt32 context = tensor(batch.contexts(), count, width);
                TFloat32 holds = Tensors.of(batch.isContext(), count, width, 1);
                TInt32 target = tensor(batch.targets(), count);
                TInt32 other = tensor(batch.others(), batch.others().length);
                TFloat32 weight = Tensors.of(batch.weights(), count)) {
            Session.Runner runner = session.runner()
                    .feed(contexts, context)
                    .feed(isContext, holds)
                    .feed(targets, target)
                    .feed(others, other)
                    .feed(weights, weight)
                    .fetch(lossSum);
            if (learns) {
                runner.addTarget(step);
            }
            try (Result result = runner.run()) {
                return ((TFloat32) result.get(0)).getFloat();
            }
        }
    }

    /** The vectors as they are now: float[cards × 64]. */
    float[] vectors() {
        float[] all = new float[cards * D];
        for (int from = 0; from < cards; from += ROWS_AT_ONCE) {
            int count = Math.min(ROWS_AT_ONCE, cards - from);
            try (TInt32 at = rowsFrom(from, count);
                    Result result =
                            session.runner().feed(rows, at).fetch(gathered).run()) {
                System.arraycopy(Tensors.toArray((TFloat32) result.get(0)), 0, all, from * D, count * D);
            }
        }
        return all;
    }

    private static TInt32 rowsFrom(int from, int count) {
        int[] numbers = new int[count];
        Arrays.setAll(numbers, i -> from + i);
        return tensor(numbers, count);
    }

    private static TInt32 tensor(int[] numbers, long... shape) {
        Shape of = Shape.of(shape);
        return TInt32.tensorOf(of, DataBuffers.of(numbers, true, false).slice(0, of.size()));
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
