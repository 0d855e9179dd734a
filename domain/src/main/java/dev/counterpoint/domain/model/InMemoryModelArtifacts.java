package dev.counterpoint.domain.model;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Learned models of one process. */
public final class InMemoryModelArtifacts implements ModelArtifacts {
    private final Map<String, ModelArtifact> artifacts = new ConcurrentHashMap<>();

    @Override
    public void put(ModelArtifact artifact) {
        artifacts.put(artifact.modelId(), artifact);
    }

    @Override
    public Optional<ModelArtifact> find(String modelId) {
        return Optional.ofNullable(artifacts.get(modelId));
    }
}
