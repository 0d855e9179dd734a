/** Axon's event storage over the platform's own event log: where aggregates are loaded from and appended to. */
@NullMarked
package dev.counterpoint.command.eventstore;

import org.jspecify.annotations.NullMarked;
