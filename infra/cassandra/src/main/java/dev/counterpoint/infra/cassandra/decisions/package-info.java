/** The log of decisions on Cassandra: plain writes, a partition per group. */
@NullMarked
package dev.counterpoint.infra.cassandra.decisions;

import org.jspecify.annotations.NullMarked;
