package dev.counterpoint.query.catalog;

import dev.counterpoint.domain.catalog.Catalog;

/** The catalogue by epoch. An epoch never changes, and is kept as long as decisions cite it. Thread-safe. */
public interface CatalogVersions {

    /** The newest epoch that this process holds; never blocks. */
    Catalog current();

    /**
     * @throws IllegalArgumentException if there is no such epoch
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if it cannot be read now
     */
    Catalog at(long number);
}
