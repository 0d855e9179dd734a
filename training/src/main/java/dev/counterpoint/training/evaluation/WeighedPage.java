package dev.counterpoint.training.evaluation;

import dev.counterpoint.domain.event.StreamId;

/**
 * A page that was served, as another policy weighs it: its slots that were left to chance. Arrays are by slot, all of one length, and not copied.
 *
 * @param name by which a reader finds it: its decision's id
 * @param places int[slots], row · columns + column
 * @param columns of the grid
 * @param marginal double[slots], the other policy's probability over the logged one that this card stands here, whatever stands elsewhere
 * @param inShelf double[slots], the same of the shelf in its row and all cards of its shelf's list up to this one
 * @param overRows double[slots], the same of all shelves up to this row and this card in its column
 * @param rewards double[slots]
 * @param predicted double[slots], what a model expects each slot to earn; 0 without a model
 * @param direct what the model expects the other policy's pages to earn; 0 without a model
 */
public record WeighedPage(
        String name,
        StreamId listener,
        int[] places,
        int columns,
        double[] marginal,
        double[] inShelf,
        double[] overRows,
        double[] rewards,
        double[] predicted,
        double direct) {

    public int slots() {
        return rewards.length;
    }

    /** Such as {@code <decision id> row 0 column 3}. */
    public String slotName(int slot) {
        return name + " row " + places[slot] / columns + " column " + places[slot] % columns;
    }

    /** What the page really earned. */
    public double earned() {
        double sum = 0;
        for (double reward : rewards) {
            sum += reward;
        }
        return sum;
    }

    /** Σ w·r. */
    double weighed(double[] weights) {
        double sum = 0;
        for (int slot = 0; slot < weights.length; slot++) {
            sum += weights[slot] * rewards[slot];
        }
        return sum;
    }

    /** direct + Σ w·(r − predicted), over the slots whose marginal weight is at most so large. */
    double corrected(double largest) {
        double sum = direct;
        for (int slot = 0; slot < marginal.length; slot++) {
            if (marginal[slot] <= largest) {
                sum += marginal[slot] * (rewards[slot] - predicted[slot]);
            }
        }
        return sum;
    }

    static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
