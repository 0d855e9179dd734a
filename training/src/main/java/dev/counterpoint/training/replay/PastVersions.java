package dev.counterpoint.training.replay;

import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.statistics.Statistics;

/** What decisions cite that is not a listener's own. Versions never change. Thread-safe. */
public interface PastVersions {

    /** @throws IllegalArgumentException if there is no such epoch */
    Catalog catalog(long number);

    /** @throws IllegalArgumentException if there is no such version */
    Statistics statistics(long version);

    /** @throws IllegalArgumentException if there is no such version */
    Embeddings embeddings(String version);
}
