package dev.counterpoint.infra.models;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The arithmetic of a network, the same for fitting and for scoring. */
final class ForwardPass {
    /** Products count less, so that decay holds them back more than what they are made of: there are many, and most say nothing. */
    static final float CROSSED = 0.3f;

    private final Ops tf;

    ForwardPass(Ops tf) {
        this.tf = tf;
    }

    /** What {@link Standardisation#apply} does with rows of training. */
    Operand<TFloat32> standardised(Operand<TFloat32> raw, Operand<TFloat32> means, Operand<TFloat32> scales) {
        return tf.clipByValue(
                tf.math.mul(tf.math.sub(raw, means), scales),
                tf.constant(-Standardisation.OUTLIER),
                tf.constant(Standardisation.OUTLIER));
    }

    /** @return the inputs of the first layer: [n, features + crosses] */
    Operand<TFloat32> inputs(
            NetworkShape shape, Operand<TFloat32> standardised, Operand<TInt32> left, Operand<TInt32> right) {
        if (shape.crosses() == 0) {
            return standardised;
        }
        Operand<TInt32> columns = tf.constant(1);
        Operand<TFloat32> crossed = tf.math.mul(
                tf.math.mul(tf.gather(standardised, left, columns), tf.gather(standardised, right, columns)),
                tf.constant(CROSSED));
        return tf.concat(List.of(standardised, crossed), columns);
    }

    /**
     * The products of every two inputs, weighed by the products of their factors: ½ Σ ((Σ x·v)² − Σ x²·v²), which costs no more than a
     * layer. By products: the gradient of a square ends the process in this TensorFlow.
     *
     * @param factors [features, factors]
     * @return [n], to be added to the logits
     * @see "Rendle 2010, Factorization Machines"
     */
    Operand<TFloat32> pairs(Operand<TFloat32> standardised, Operand<TFloat32> factors) {
        Operand<TFloat32> sums = tf.linalg.matMul(standardised, factors);
        Operand<TFloat32> alone =
                tf.linalg.matMul(tf.math.mul(standardised, standardised), tf.math.mul(factors, factors));
        return tf.math.mul(
                tf.reduceSum(tf.math.sub(tf.math.mul(sums, sums), alone), tf.constant(1)), tf.constant(0.5f));
    }

    /** @return [n] */
    Operand<TFloat32> logits(
            Operand<TFloat32> inputs,
            List<? extends Operand<TFloat32>> weights,
            List<? extends Operand<TFloat32>> biases) {
        Operand<TFloat32> values = inputs;
        for (int layer = 0; layer < weights.size(); layer++) {
            values = tf.math.add(tf.linalg.matMul(values, weights.get(layer)), biases.get(layer));
            if (layer < weights.size() - 1) {
                values = tf.nn.relu(values);
            }
        }
        return tf.reshape(values, tf.constant(new int[] {-1}));
    }
}
