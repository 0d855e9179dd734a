package dev.counterpoint.query.home;

import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.embedding.EmbeddedCards;
import dev.counterpoint.domain.home.source.RankedCards;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.query.catalog.CatalogVersions;
import dev.counterpoint.query.embedding.EmbeddingVersions;
import dev.counterpoint.query.statistics.StatisticsVersions;

/** The newest catalogue, ranked by the newest statistics, with the newest vectors; made anew when any of them moves on. Thread-safe. */
final class Worlds {
    private final CatalogVersions catalogs;
    private final StatisticsVersions statistics;
    private final EmbeddingVersions embeddings;
    private volatile RankedCards latest;

    Worlds(CatalogVersions catalogs, StatisticsVersions statistics, EmbeddingVersions embeddings) {
        this.catalogs = catalogs;
        this.statistics = statistics;
        this.embeddings = embeddings;
        this.latest = new RankedCards(catalogs.current(), statistics.current(), embeddings.current());
    }

    RankedCards current() {
        Catalog catalog = catalogs.current();
        Statistics counted = statistics.current();
        EmbeddedCards embedded = embeddings.current();
        RankedCards held = latest;
        if (held.catalog() != catalog || held.statistics() != counted || held.embedded() != embedded) {
            held = held.then(catalog, counted, embedded);
            latest = held;
        }
        return held;
    }
}
