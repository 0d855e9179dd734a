package dev.counterpoint.training.fit;

import dev.counterpoint.training.row.TimeSplit;

/**
 * Learns a model. The same rows in the same order and the same seed give the same bytes on the same machine. Thread-safe.
 */
public interface Estimator {

    /** The word for it in requests, for ever. */
    String name();

    /**
     * Fits to the earlier rows, and stops where the later ones are predicted best.
     *
     * @param seed of all chance
     * @throws FitStoppedException if {@code progress} asked for it
     * @throws IllegalArgumentException if rows have no features, or all of them the same label
     */
    Fitted fit(TimeSplit rows, long seed, FitProgress progress);
}
