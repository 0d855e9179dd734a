package dev.counterpoint.query.catalog;

import dev.counterpoint.domain.catalog.CatalogShards;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * A numbered state of the catalogue: all events up to these heads, and no other.
 *
 * @param number from 0 (the empty catalogue), without gaps
 * @param heads 64 sequences by shard, each the last one covered; -1 where the shard has none
 */
public record CatalogEpoch(long number, Instant cutAt, List<Long> heads) {
    public CatalogEpoch {
        heads = List.copyOf(heads);
        if (heads.size() != CatalogShards.COUNT) {
            throw new IllegalArgumentException("an epoch has 64 heads, not " + heads.size());
        }
    }

    /** The epoch before anything was published. */
    public static CatalogEpoch empty() {
        return new CatalogEpoch(0, Instant.EPOCH, Collections.nCopies(CatalogShards.COUNT, -1L));
    }
}
