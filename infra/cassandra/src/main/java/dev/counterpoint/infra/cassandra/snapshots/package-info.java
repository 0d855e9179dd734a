/** Snapshots of aggregates on Cassandra. */
@NullMarked
package dev.counterpoint.infra.cassandra.snapshots;

import org.jspecify.annotations.NullMarked;
