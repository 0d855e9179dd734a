package dev.counterpoint.infra.models;

import dev.counterpoint.training.row.TrainingRows;

/** Rows on their way into a session; filled again and again. */
final class Batch {
    private final TrainingRows from;
    private final float[] standardised;
    private final float[] features;
    private final float[] labels;
    private final float[] weights;
    private int rows;

    /** @param standardised float[rows × features] of {@code from}, by {@link Standardisation#apply} */
    Batch(TrainingRows from, float[] standardised, int most) {
        this.from = from;
        this.standardised = standardised;
        this.features = new float[most * from.set().size()];
        this.labels = new float[most];
        this.weights = new float[most];
    }

    /** The rows {@code order[begin]} to {@code order[end - 1]}. */
    Batch fill(int[] order, int begin, int end) {
        rows = end - begin;
        for (int i = 0; i < rows; i++) {
            int row = order[begin + i];
            int width = from.set().size();
            System.arraycopy(standardised, row * width, features, i * width, width);
            labels[i] = from.label(row);
            weights[i] = from.weight(row);
        }
        return this;
    }

    int rows() {
        return rows;
    }

    float[] features() {
        return features;
    }

    float[] labels() {
        return labels;
    }

    float[] weights() {
        return weights;
    }
}
