package dev.counterpoint.infra.models;

import dev.counterpoint.training.row.TrainingRows;
import java.util.stream.IntStream;

/**
 * Rows as a fit walks over them, standardised and in the order of its walk, so that a batch is a piece of memory and nothing is gathered for it.
 * Arrays are not copied.
 *
 * @param width features of a row
 * @param features float[rows × features]
 * @param labels float[rows]
 * @param weights float[rows]
 */
record StandardisedRows(int width, float[] features, float[] labels, float[] weights) {

    /** @param order int[rows], the places of the rows, each once */
    static StandardisedRows of(TrainingRows rows, Standardisation standardisation, int[] order) {
        int width = rows.set().size();
        StandardisedRows all = new StandardisedRows(
                width, new float[order.length * width], new float[order.length], new float[order.length]);
        IntStream.range(0, order.length)
                .parallel()
                .forEach(place -> all.put(place, rows, order[place], standardisation));
        return all;
    }

    private void put(int place, TrainingRows rows, int row, Standardisation standardisation) {
        rows.copyFeatures(row, features, place * width);
        standardisation.apply(features, place * width);
        labels[place] = rows.label(row);
        weights[place] = rows.weight(row);
    }

    int rows() {
        return labels.length;
    }
}
