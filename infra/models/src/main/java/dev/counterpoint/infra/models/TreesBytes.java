package dev.counterpoint.infra.models;

import dev.counterpoint.domain.encoding.CanonicalReader;
import dev.counterpoint.domain.encoding.CanonicalWriter;
import dev.counterpoint.domain.encoding.UnreadableBytesException;
import dev.counterpoint.training.fit.Calibration;

/** The stored form of trees, for ever: the form, the set's name and size, position, rounds, calibration, and what XGBoost wrote. */
final class TreesBytes {
    private TreesBytes() {}

    static byte[] encode(Trees trees) {
        CanonicalWriter writer = new CanonicalWriter();
        writer.writeByte(ModelForm.TREES.written());
        writer.writeWord(trees.featureSet());
        writer.writeNumber(trees.features());
        writer.writeNumber(trees.position().length);
        for (float each : trees.position()) {
            writer.writeFloat(each);
        }
        writer.writeNumber(trees.rounds());
        writer.writeDouble(trees.calibration().slope());
        writer.writeDouble(trees.calibration().shift());
        writer.writeNumber(trees.booster().length);
        for (byte each : trees.booster()) {
            writer.writeByte(each);
        }
        return writer.toBytes();
    }

    /** @throws UnreadableBytesException if it is none of trees */
    static Trees decode(byte[] bytes) {
        CanonicalReader reader = new CanonicalReader(bytes);
        int form = reader.readByte();
        if (form != ModelForm.TREES.written()) {
            throw new UnreadableBytesException("trees are written in form 4, not " + form);
        }
        Trees trees = new Trees(
                reader.readWord(),
                (int) reader.readNumber(),
                position(reader),
                (int) reader.readNumber(),
                new Calibration(reader.readDouble(), reader.readDouble()),
                booster(reader));
        reader.requireEnd();
        return trees;
    }

    private static float[] position(CanonicalReader reader) {
        float[] position = new float[reader.readCount()];
        for (int i = 0; i < position.length; i++) {
            position[i] = reader.readFloat();
        }
        return position;
    }

    private static byte[] booster(CanonicalReader reader) {
        byte[] booster = new byte[reader.readCount()];
        for (int i = 0; i < booster.length; i++) {
            booster[i] = (byte) reader.readByte();
        }
        return booster;
    }
}
