package dev.counterpoint.infra.models;

import java.util.List;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** How our numbers come into TensorFlow and out of it. */
final class Tensors {
    /** One thread, the caller's: the order of all sums is fixed, and so are the results. */
    static final ConfigProto ONE_THREAD = ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(-1)
            .build();

    private Tensors() {}

    /** A copy of the first {@code shape} values. */
    static TFloat32 of(float[] values, long... shape) {
        Shape of = Shape.of(shape);
        return TFloat32.tensorOf(of, DataBuffers.of(values, true, false).slice(0, of.size()));
    }

    /** A copy of the values from {@code offset} on. */
    static TFloat32 of(float[] values, long offset, Shape shape) {
        return TFloat32.tensorOf(shape, DataBuffers.of(values, true, false).slice(offset, shape.size()));
    }

    static TInt32 of(int[] values) {
        return TInt32.vectorOf(values);
    }

    static float[] toArray(TFloat32 tensor) {
        float[] values = new float[(int) tensor.size()];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }

    static Placeholder<TFloat32> floats(Ops tf, long... shape) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
    }

    static Placeholder<TInt32> ints(Ops tf, long length) {
        return tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(length)));
    }

    static long[] shapeOfLayer(List<Integer> widths, int layer) {
        return new long[] {widths.get(layer), widths.get(layer + 1)};
    }
}
