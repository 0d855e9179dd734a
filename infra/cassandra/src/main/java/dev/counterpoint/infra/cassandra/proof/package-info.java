/** Checkpoints on Cassandra: plain writes of rows that never change. */
@NullMarked
package dev.counterpoint.infra.cassandra.proof;

import org.jspecify.annotations.NullMarked;
