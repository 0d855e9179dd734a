/** The event log on Cassandra. No other package touches its table. */
@NullMarked
package dev.counterpoint.infra.cassandra.events;

import org.jspecify.annotations.NullMarked;
