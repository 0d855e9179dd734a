/** Learned models in Cassandra. */
@NullMarked
package dev.counterpoint.infra.cassandra.artifacts;

import org.jspecify.annotations.NullMarked;
