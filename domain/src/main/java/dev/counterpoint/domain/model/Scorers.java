package dev.counterpoint.domain.model;

/** Makes scorers of learned models. Thread-safe. */
public interface Scorers {

    /**
     * May take seconds the first time, when libraries are loaded.
     *
     * @return scores as {@link ModelArtifact#modelId}
     * @throws dev.counterpoint.domain.encoding.UnreadableBytesException if nobody here can read the bytes
     */
    Scorer of(ModelArtifact artifact);
}
