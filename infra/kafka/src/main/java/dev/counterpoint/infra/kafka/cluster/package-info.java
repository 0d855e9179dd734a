/** Whether the brokers answer. */
@NullMarked
package dev.counterpoint.infra.kafka.cluster;

import org.jspecify.annotations.NullMarked;
