package dev.counterpoint.domain.catalog;

import java.util.Arrays;

/** A card's position in the space of tastes: float[64], every value finite. Immutable; equal by value. */
public final class Embedding {
    public static final int DIMENSIONS = 64;

    private final float[] values;

    /** @throws IllegalArgumentException if there are not 64 values or one is not finite */
    public Embedding(float[] values) {
        if (values.length != DIMENSIONS) {
            throw new IllegalArgumentException("an embedding has 64 values, not " + values.length);
        }
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("an embedding's values are finite, not " + value);
            }
        }
        this.values = values.clone();
    }

    /** A copy: float[64]. */
    public float[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Embedding" + Arrays.toString(values);
    }
}
