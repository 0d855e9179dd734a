/** Events in Parquet files: written whole, and read again as the store has them. */
@NullMarked
package dev.counterpoint.infra.archive;

import org.jspecify.annotations.NullMarked;
