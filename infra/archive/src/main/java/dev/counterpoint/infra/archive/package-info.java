/** Events and rows of training in Parquet files: written whole; events are read again as the store has them. */
@NullMarked
package dev.counterpoint.infra.archive;

import org.jspecify.annotations.NullMarked;
