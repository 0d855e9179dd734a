package dev.counterpoint.domain.model;

import java.util.Optional;

/** Keeps learned models as long as decisions cite them. Thread-safe. */
public interface ModelArtifacts {

    /** Durable when it returns. A name is of its bytes, so the same again changes nothing. */
    void put(ModelArtifact artifact);

    /** By the name that decisions cite; empty if there is no such model. */
    Optional<ModelArtifact> find(String modelId);
}
