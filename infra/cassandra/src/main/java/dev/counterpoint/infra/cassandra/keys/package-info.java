/** The keys of listeners' content on Cassandra, wrapped. No other package touches their table. */
@NullMarked
package dev.counterpoint.infra.cassandra.keys;

import org.jspecify.annotations.NullMarked;
