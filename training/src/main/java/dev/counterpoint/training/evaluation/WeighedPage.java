package dev.counterpoint.training.evaluation;

import dev.counterpoint.domain.event.StreamId;

/**
 * A served page as another policy weighs it. Arrays are by slot that was left to chance, all of one length, and not copied.
 *
 * @param listener the unit that errors are clustered by
 * @param places int[slots], the place on the grid: row · columns + column, so that slots of the same place compare
 * @param weights double[slots], the other policy's marginal probability of the item at its place over the logged one
 * @param rewards double[slots]
 * @param predicted double[slots], a model's expectation of the reward; 0 without a model
 * @param direct the model's expectation of the whole page under the other policy; 0 without a model
 */
public record WeighedPage(
        StreamId listener, int[] places, double[] weights, double[] rewards, double[] predicted, double direct) {
    public WeighedPage {
        if (weights.length != places.length || rewards.length != places.length || predicted.length != places.length) {
            throw new IllegalArgumentException("a page has as many places as weights, rewards and predictions");
        }
    }

    int slots() {
        return places.length;
    }
}
