package dev.counterpoint.query.embedding;

import dev.counterpoint.domain.embedding.EmbeddedCards;
import dev.counterpoint.domain.embedding.Embeddings;

/** The versions of the vectors of cards. Thread-safe; {@link #current} never blocks. */
public interface EmbeddingVersions {

    /** What pages are made with now. */
    EmbeddedCards current();

    /**
     * A version that decisions cite; may take seconds.
     *
     * @throws IllegalArgumentException if there is no such version
     */
    Embeddings at(String version);
}
