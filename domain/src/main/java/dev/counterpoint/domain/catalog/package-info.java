/** The catalogue: cards and shelves, published in 64 shard streams and read in numbered epochs. */
@NullMarked
package dev.counterpoint.domain.catalog;

import org.jspecify.annotations.NullMarked;
