package dev.counterpoint.infra.models;

import dev.counterpoint.training.row.TrainingRows;
import java.util.stream.IntStream;

/**
 * Rows as a fit walks over them, standardised and in the order of its walk, so that a batch is a piece of memory and nothing is gathered for it.
 * Arrays are not copied.
 *
 * @param width inputs of a row: its features, and behind them where it stood
 * @param features float[rows × width]
 * @param labels float[rows]
 * @param weights float[rows]
 */
record StandardisedRows(int width, float[] features, float[] labels, float[] weights) {

    /** @param order int[rows], the places of the rows, each once */
    static StandardisedRows of(TrainingRows rows, Standardisation standardisation, int[] order) {
        int width = widthOf(rows);
        StandardisedRows all = new StandardisedRows(
                width, new float[order.length * width], new float[order.length], new float[order.length]);
        IntStream.range(0, order.length)
                .parallel()
                .forEach(place -> all.put(place, rows, order[place], standardisation));
        return all;
    }

    private void put(int place, TrainingRows rows, int row, Standardisation standardisation) {
        copyInputs(rows, row, features, place * width);
        standardisation.apply(features, place * width);
        labels[place] = rows.label(row);
        weights[place] = rows.weight(row);
    }

    /** Features, and behind them the position. */
    static int widthOf(TrainingRows rows) {
        return rows.set().size() + TrainingRows.POSITIONS;
    }

    /** Copies all inputs of a row to {@code target}, from {@code offset} on. */
    static void copyInputs(TrainingRows rows, int row, float[] target, int offset) {
        rows.copyFeatures(row, target, offset);
        rows.copyPosition(row, target, offset + rows.set().size());
    }

    int rows() {
        return labels.length;
    }
}
