package dev.counterpoint.training.embedding;

import dev.counterpoint.training.fit.FitProgress;

/** Learns vectors of cards. The same matrix and the same seed give the same bytes on the same machine. Thread-safe. */
public interface EmbeddingEstimator {

    /** The word for it in requests and in the names of versions, for ever. */
    String name();

    /**
     * Fits to most of what was played, and stops where the rest is told no better.
     *
     * @param seed of all chance
     * @throws dev.counterpoint.training.fit.FitStoppedException if {@code progress} asked for it
     * @throws IllegalArgumentException if the matrix has too little to learn from
     */
    FittedVectors fit(PlayMatrix matrix, long seed, FitProgress progress);
}
