package dev.counterpoint.infra.models;

import dev.counterpoint.domain.encoding.UnreadableBytesException;
import java.util.Arrays;

/**
 * In which form a model is stored, and by which arithmetic it scores: decisions are reproduced to the bit. The first byte of a model says
 * so, for ever: a new form gets the next number, and an old one never changes.
 */
enum ModelForm {
    /** Networks, all of them scored by TensorFlow. Written no more. */
    NETWORK_BY_TENSORFLOW(1),
    /** Networks; those without hidden layers are scored by a loop in Java. */
    NETWORK(2),
    /** A network with factors of its inputs behind it, scored by TensorFlow. */
    FACTORS(3),
    /** Trees with their calibration, scored by XGBoost. */
    TREES(4);

    private final int written;

    ModelForm(int written) {
        this.written = written;
    }

    int written() {
        return written;
    }

    /** @throws UnreadableBytesException if it is none */
    static ModelForm of(byte[] bytes) {
        if (bytes.length == 0) {
            throw new UnreadableBytesException("a model has at least one byte");
        }
        return Arrays.stream(values())
                .filter(form -> form.written == bytes[0])
                .findFirst()
                .orElseThrow(() -> new UnreadableBytesException(
                        "models are written in form 1 to " + values().length + ", not " + bytes[0]));
    }
}
