/** Brings events from their topic to those who project them: in order per stream, at least once, never blocked by one partition. */
@NullMarked
package dev.counterpoint.infra.kafka.consumption;

import org.jspecify.annotations.NullMarked;
