package dev.counterpoint.query.embedding;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.counterpoint.domain.embedding.CardVectorBytes;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.model.ModelArtifacts;

/** The vectors of cards as they are kept, by version; the ones asked for last are held in memory. Thread-safe. */
public final class KeptEmbeddings {
    /** A version of a million cards takes about 110 MiB. */
    private static final long HELD = 3;

    private final ModelArtifacts artifacts;
    private final LoadingCache<String, Embeddings> held =
            Caffeine.newBuilder().maximumSize(HELD).build(this::load);

    public KeptEmbeddings(ModelArtifacts artifacts) {
        this.artifacts = artifacts;
    }

    /** @throws IllegalArgumentException if there is no such version */
    public Embeddings at(String version) {
        return version.equals(Embeddings.NONE) ? Embeddings.none() : held.get(version);
    }

    private Embeddings load(String version) {
        return artifacts
                .find(version)
                .map(artifact -> Embeddings.of(version, CardVectorBytes.decode(artifact.bytes())))
                .orElseThrow(() -> new IllegalArgumentException("no vectors of cards are kept as " + version));
    }
}
