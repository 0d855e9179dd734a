/** Leases on Cassandra. */
@NullMarked
package dev.counterpoint.infra.cassandra.leases;

import org.jspecify.annotations.NullMarked;
