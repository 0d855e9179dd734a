package dev.counterpoint.query.embedding;

import dev.counterpoint.domain.embedding.EmbeddedCards;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.model.FollowedRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest version that the registry names. A version serves from when its neighbours can be found; until then the one before does. The first
 * one that this process sees serves at once, without neighbours, until they are ready. Thread-safe.
 */
public final class FollowedEmbeddings implements EmbeddingVersions {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedEmbeddings.class);

    private final FollowedRegistry registry;
    private final KeptEmbeddings kept;
    private final NeighbourIndexes indexes;
    private volatile EmbeddedCards current = EmbeddedCards.none();
    private String ready = Embeddings.NONE;

    public FollowedEmbeddings(FollowedRegistry registry, KeptEmbeddings kept, NeighbourIndexes indexes) {
        this.registry = registry;
        this.kept = kept;
        this.indexes = indexes;
    }

    /**
     * Goes on to the newest version; returns when its neighbours can be found, which may take minutes.
     *
     * @return whether anything changed
     */
    public synchronized boolean follow() {
        String newest = registry.follow()
                .newestEmbeddings()
                .map(learned -> learned.card().version())
                .orElse(Embeddings.NONE);
        if (newest.equals(ready)) {
            return false;
        }
        long began = System.nanoTime();
        Embeddings embeddings = kept.at(newest);
        if (current.embeddings().isEmpty()) {
            current = EmbeddedCards.withoutNeighbours(embeddings);
        }
        current = new EmbeddedCards(embeddings, indexes.of(embeddings.vectors()));
        LOG.info(
                "embeddings serve version={} cards={} before={} ms={}",
                newest,
                embeddings.vectors().size(),
                ready,
                Duration.ofNanos(System.nanoTime() - began).toMillis());
        ready = newest;
        return true;
    }

    @Override
    public EmbeddedCards current() {
        return current;
    }

    @Override
    public Embeddings at(String version) {
        Embeddings serving = current.embeddings();
        return serving.version().equals(version) ? serving : kept.at(version);
    }
}
