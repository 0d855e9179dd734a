package dev.counterpoint.infra.models;

import dev.counterpoint.training.row.TrainingRows;
import java.util.Arrays;

/**
 * What brings inputs to mean 0 and deviation 1.
 *
 * @param means float[inputs]
 * @param scales float[inputs]: 1 over the standard deviation; 0 for an input that never changes, which so has no say
 */
record Standardisation(float[] means, float[] scales) {
    /** Standardised inputs beyond it are outliers, and count no more than this. */
    static final float OUTLIER = 3;

    private static final double STEADY = 1e-6;

    /** What {@link ForwardPass} does with the rows of a page, once and for all: a fit walks over a row many times. */
    void apply(float[] values, int offset) {
        for (int column = 0; column < means.length; column++) {
            float value = (values[offset + column] - means[column]) * scales[column];
            values[offset + column] = value > OUTLIER ? OUTLIER : value < -OUTLIER ? -OUTLIER : value;
        }
    }

    /** Of the first inputs. */
    Standardisation first(int inputs) {
        return new Standardisation(Arrays.copyOf(means, inputs), Arrays.copyOf(scales, inputs));
    }

    static Standardisation of(TrainingRows rows) {
        int columns = StandardisedRows.widthOf(rows);
        float[] inputs = new float[columns];
        double[] sums = new double[columns];
        double[] squares = new double[columns];
        for (int row = 0; row < rows.rows(); row++) {
            StandardisedRows.copyInputs(rows, row, inputs, 0);
            for (int column = 0; column < columns; column++) {
                double value = inputs[column];
                sums[column] += value;
                squares[column] += value * value;
            }
        }
        float[] means = new float[columns];
        float[] scales = new float[columns];
        for (int column = 0; column < columns; column++) {
            double mean = sums[column] / rows.rows();
            double deviation = Math.sqrt(Math.max(0, squares[column] / rows.rows() - mean * mean));
            means[column] = (float) mean;
            scales[column] = deviation > STEADY ? (float) (1 / deviation) : 0;
        }
        return new Standardisation(means, scales);
    }
}
