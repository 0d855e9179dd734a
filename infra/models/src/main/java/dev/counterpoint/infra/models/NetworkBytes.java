package dev.counterpoint.infra.models;

import dev.counterpoint.domain.encoding.CanonicalReader;
import dev.counterpoint.domain.encoding.CanonicalWriter;
import dev.counterpoint.domain.encoding.UnreadableBytesException;
import java.util.ArrayList;
import java.util.List;

/**
 * The stored form of networks, for ever: the {@link ModelForm}, the set's name, means and scales, crosses, layers, and factors if there
 * are any. Equal networks have equal bytes.
 */
final class NetworkBytes {
    private NetworkBytes() {}

    static byte[] encode(Network network) {
        CanonicalWriter writer = new CanonicalWriter();
        boolean hasFactors = network.factors().length > 0;
        writer.writeByte((hasFactors ? ModelForm.FACTORS : ModelForm.NETWORK).written());
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
        if (hasFactors) {
            write(writer, network.factors());
        }
        return writer.toBytes();
    }

    /** @throws UnreadableBytesException if it is no network */
    static Network decode(byte[] bytes) {
        ModelForm form = ModelForm.of(bytes);
        if (form == ModelForm.TREES) {
            throw new UnreadableBytesException("networks are not written in form " + form.written());
        }
        CanonicalReader reader = new CanonicalReader(bytes);
        reader.readByte();
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
        float[] factors = form == ModelForm.FACTORS ? floats(reader) : new float[0];
        reader.requireEnd();
        return new Network(featureSet, means, scales, left, right, layers, factors);
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
