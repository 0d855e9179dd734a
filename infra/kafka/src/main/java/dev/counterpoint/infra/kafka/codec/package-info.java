/** Events as JSON under stable names and revisions: what stores, topics, training and exports read. */
@NullMarked
package dev.counterpoint.infra.kafka.codec;

import org.jspecify.annotations.NullMarked;
