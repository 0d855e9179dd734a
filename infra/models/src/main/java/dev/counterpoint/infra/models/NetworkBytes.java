package dev.counterpoint.infra.models;

import dev.counterpoint.domain.encoding.CanonicalReader;
import dev.counterpoint.domain.encoding.CanonicalWriter;
import dev.counterpoint.domain.encoding.UnreadableBytesException;
import java.util.ArrayList;
import java.util.List;

/**
 * The stored form of networks, for ever: a version, the set's name, means and scales, crosses, layers. Equal networks have equal bytes. The version
 * also says by which arithmetic a network scores, since decisions are reproduced to the bit: all of the first by TensorFlow; of the second, those
 * without hidden layers by a loop in Java.
 */
final class NetworkBytes {
    private static final int VERSION = 2;
    private static final int ALL_BY_TENSORFLOW = 1;

    private NetworkBytes() {}

    static byte[] encode(Network network) {
        CanonicalWriter writer = new CanonicalWriter();
        writer.writeByte(VERSION);
        writer.writeWord(network.featureSet());
        write(writer, network.means());
        write(writer, network.scales());
        write(writer, network.left());
        write(writer, network.right());
        writer.writeNumber(network.layers().size());
        for (Network.Layer layer : network.layers()) {
            write(writer, layer.weights());
            write(writer, layer.biases());
        }
        return writer.toBytes();
    }

    /** @throws UnreadableBytesException if it is no network of a known version */
    static Network decode(byte[] bytes) {
        CanonicalReader reader = new CanonicalReader(bytes);
        int version = reader.readByte();
        if (version < ALL_BY_TENSORFLOW || version > VERSION) {
            throw new UnreadableBytesException("networks are written in version 1 to " + VERSION + ", not " + version);
        }
        String featureSet = reader.readWord();
        float[] means = floats(reader);
        float[] scales = floats(reader);
        int[] left = ints(reader);
        int[] right = ints(reader);
        int count = reader.readCount();
        List<Network.Layer> layers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            layers.add(new Network.Layer(floats(reader), floats(reader)));
        }
        reader.requireEnd();
        return new Network(featureSet, means, scales, left, right, layers);
    }

    /**
     * Whether a loop in Java scores with the network.
     *
     * @param bytes that {@link #decode} takes
     */
    static boolean isScoredByLoop(byte[] bytes, Network network) {
        return bytes[0] > ALL_BY_TENSORFLOW && network.layers().size() == 1;
    }

    private static void write(CanonicalWriter writer, float[] values) {
        writer.writeNumber(values.length);
        for (float value : values) {
            writer.writeFloat(value);
        }
    }

    private static void write(CanonicalWriter writer, int[] values) {
        writer.writeNumber(values.length);
        for (int value : values) {
            writer.writeNumber(value);
        }
    }

    private static float[] floats(CanonicalReader reader) {
        float[] values = new float[reader.readCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = reader.readFloat();
        }
        return values;
    }

    private static int[] ints(CanonicalReader reader) {
        int[] values = new int[reader.readCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (int) reader.readNumber();
        }
        return values;
    }
}
