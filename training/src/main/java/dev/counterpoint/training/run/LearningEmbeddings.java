package dev.counterpoint.training.run;

import dev.counterpoint.domain.model.ModelArtifacts;
import dev.counterpoint.training.embedding.EmbeddingEstimator;
import dev.counterpoint.training.replay.ListenerStreams;

/**
 * What trainings of vectors of cards work with.
 *
 * @param code version of the program, for the record
 * @param threads that replay
 */
public record LearningEmbeddings(
        ListenerStreams streams,
        EmbeddingEstimator estimator,
        ModelArtifacts artifacts,
        RegistryCommands registry,
        String code,
        int threads) {}
