/** Hands recorded events over to their topic. */
@NullMarked
package dev.counterpoint.infra.kafka.publication;

import org.jspecify.annotations.NullMarked;
