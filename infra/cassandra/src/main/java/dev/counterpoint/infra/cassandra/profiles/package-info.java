/** Folded profiles on Cassandra. */
@NullMarked
package dev.counterpoint.infra.cassandra.profiles;

import org.jspecify.annotations.NullMarked;
