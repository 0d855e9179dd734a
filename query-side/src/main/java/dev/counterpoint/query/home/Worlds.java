package dev.counterpoint.query.home;

import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.home.source.RankedCards;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.query.catalog.CatalogVersions;
import dev.counterpoint.query.statistics.StatisticsVersions;

/** The newest catalogue, ranked by the newest statistics; made anew when either moves on. Thread-safe. */
final class Worlds {
    private final CatalogVersions catalogs;
    private final StatisticsVersions statistics;
    private volatile RankedCards latest;

    Worlds(CatalogVersions catalogs, StatisticsVersions statistics) {
        this.catalogs = catalogs;
        this.statistics = statistics;
        this.latest = new RankedCards(catalogs.current(), statistics.current());
    }

    RankedCards current() {
        Catalog catalog = catalogs.current();
        Statistics counted = statistics.current();
        RankedCards held = latest;
        if (held.catalog() != catalog || held.statistics() != counted) {
            held = new RankedCards(catalog, counted);
            latest = held;
        }
        return held;
    }
}
