/** Real Cassandra and real Kafka as child processes: for one-command starts and for tests. */
@NullMarked
package dev.counterpoint.infra.embedded;

import org.jspecify.annotations.NullMarked;
