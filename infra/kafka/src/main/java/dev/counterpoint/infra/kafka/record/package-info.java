/** A recorded event as a record of a topic: the payload as it is stored, its envelope in headers. */
@NullMarked
package dev.counterpoint.infra.kafka.record;

import org.jspecify.annotations.NullMarked;
