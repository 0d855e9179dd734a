package dev.counterpoint.infra.benchmarks.learning;

import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.framework.optimizers.Adam;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * TensorFlow's own work on rows, and nothing else: one batch after the other is copied to tensors and a step of Adam is made, on one thread.
 * Rows are in the order of memory, not standardised, not weighted, and nobody looks whether it gets better.
 */
final class BareLoop {
    private final int features;
    private final List<Integer> hidden;

    BareLoop(int features, List<Integer> hidden) {
        this.features = features;
        this.hidden = hidden;
    }

    /** @return seconds */
    double walk(float[] rows, float[] labels, int batch, int epochs) {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, features)));
            Placeholder<TFloat32> y = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1)));
            Operand<TFloat32> logits = logits(tf, x);
            Operand<TFloat32> loss =
                    tf.math.mean(tf.math.sub(tf.math.softplus(logits), tf.math.mul(logits, y)), tf.constant(0));
            Op step = new Adam(graph, 0.003f).minimize(loss);
            ConfigProto oneThread = ConfigProto.newBuilder()
                    .setIntraOpParallelismThreads(1)
                    .setInterOpParallelismThreads(-1)
                    .build();
            try (Session session = new Session(graph, oneThread)) {
                session.initialize();
                long began = System.nanoTime();
                for (int epoch = 0; epoch < epochs; epoch++) {
                    for (int begin = 0; begin < labels.length; begin += batch) {
                        int count = Math.min(batch, labels.length - begin);
                        try (TFloat32 some = TFloat32.tensorOf(
                                        Shape.of(count, features),
                                        DataBuffers.of(rows, true, false)
                                                .slice((long) begin * features, (long) count * features));
                                TFloat32 theirs = TFloat32.tensorOf(
                                        Shape.of(count),
                                        DataBuffers.of(labels, true, false).slice(begin, count))) {
                            session.runner()
                                    .feed(x, some)
                                    .feed(y, theirs)
                                    .addTarget(step)
                                    .run()
                                    .close();
                        }
                    }
                }
                return (System.nanoTime() - began) / 1e9;
            }
        }
    }

    private Operand<TFloat32> logits(Ops tf, Operand<TFloat32> x) {
        Operand<TFloat32> values = x;
        int inputs = features;
        for (int layer = 0; layer <= hidden.size(); layer++) {
            int outputs = layer < hidden.size() ? hidden.get(layer) : 1;
            Operand<TFloat32> initial = tf.math.mul(
                    tf.random.truncatedNormal(tf.constant(new int[] {inputs, outputs}), TFloat32.class),
                    tf.constant(0.1f));
            Variable<TFloat32> weights = tf.variable(initial);
            Variable<TFloat32> biases = tf.variable(tf.constant(new float[outputs]));
            values = tf.math.add(tf.linalg.matMul(values, weights), biases);
            values = layer < hidden.size() ? tf.nn.relu(values) : values;
            inputs = outputs;
        }
        return tf.reshape(values, tf.constant(new int[] {-1}));
    }
}
