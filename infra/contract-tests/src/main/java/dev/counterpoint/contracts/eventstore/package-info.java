/** What every event store keeps to. */
@NullMarked
package dev.counterpoint.contracts.eventstore;

import org.jspecify.annotations.NullMarked;
