package dev.counterpoint.infra.models;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The loss of vectors of cards: how hard it is to tell, from some cards of a listener, which of many cards is theirs too. The wrong answers are
 * the right ones of the other pairs, so that being popular helps no card, and some that are drawn from all cards alike.
 *
 * @see "Yang et al. 2020, Mixed Negative Sampling for Learning Two-tower Neural Networks in Recommendations, section 3"
 */
final class SampledSoftmax {
    private static final float TINY = 1e-12f;

    private final Ops tf;
    private final Operand<TFloat32> sharpness;

    SampledSoftmax(Ops tf, float sharpness) {
        this.tf = tf;
        this.sharpness = tf.constant(sharpness);
    }

    /**
     * @param contexts [pairs, context, 64]
     * @param isContext [pairs, context, 1]: 0 where a listener has fewer
     * @param targets [pairs, 64]
     * @param targetCards [pairs]
     * @param others [others, 64]
     * @param otherCards [others]
     * @param weights [pairs]
     * @return Σ weight · loss, in nats
     */
    Operand<TFloat32> lossSum(
            Operand<TFloat32> contexts,
            Operand<TFloat32> isContext,
            Operand<TFloat32> targets,
            Operand<TInt32> targetCards,
            Operand<TFloat32> others,
            Operand<TInt32> otherCards,
            Operand<TFloat32> weights) {
        Operand<TFloat32> listeners = unit(tf.reduceSum(tf.math.mul(unit(contexts, 2), isContext), tf.constant(1)), 1);
        Operand<TFloat32> right = unit(targets, 1);
        Operand<TFloat32> logits = tf.math.mul(tf.reduceSum(tf.math.mul(listeners, right), tf.constant(1)), sharpness);
        Operand<TFloat32> odds = tf.math.add(
                tf.math.exp(logits),
                tf.math.add(
                        wrong(listeners, right, targetCards, targetCards),
                        wrong(listeners, unit(others, 1), targetCards, otherCards)));
        Operand<TFloat32> losses = tf.math.sub(tf.math.log(odds), logits);
        return tf.reduceSum(tf.math.mul(losses, weights), tf.constant(0));
    }

    /** The odds of all answers together that are not the right card. */
    private Operand<TFloat32> wrong(
            Operand<TFloat32> listeners, Operand<TFloat32> answers, Operand<TInt32> rightCards, Operand<TInt32> cards) {
        Operand<TFloat32> odds =
                tf.math.exp(tf.math.mul(tf.linalg.matMul(listeners, answers, MatMul.transposeB(true)), sharpness));
        Operand<TFloat32> isWrong = tf.dtypes.cast(
                tf.math.notEqual(tf.expandDims(rightCards, tf.constant(1)), tf.expandDims(cards, tf.constant(0))),
                TFloat32.class);
        return tf.reduceSum(tf.math.mul(odds, isWrong), tf.constant(1));
    }

    /** Brings vectors to length 1, along one axis. */
    private Operand<TFloat32> unit(Operand<TFloat32> vectors, int axis) {
        Operand<TFloat32> squares =
                tf.reduceSum(tf.math.mul(vectors, vectors), tf.constant(axis), ReduceSum.keepDims(true));
        return tf.math.mul(vectors, tf.math.rsqrt(tf.math.add(squares, tf.constant(TINY))));
    }
}
