package dev.counterpoint.query.catalog;

import java.util.Optional;

/** Keeps the epochs of the catalogue. An epoch, once there, never changes. Thread-safe. */
public interface CatalogEpochs {

    /** The newest epoch; the empty one where nothing was cut. */
    CatalogEpoch latest();

    Optional<CatalogEpoch> find(long number);

    /** Adds an epoch unless its number is taken: false if it is. */
    boolean add(CatalogEpoch epoch);
}
