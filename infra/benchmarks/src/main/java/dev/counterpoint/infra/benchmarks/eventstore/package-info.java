/** What the event store costs, against the driver alone. */
@NullMarked
package dev.counterpoint.infra.benchmarks.eventstore;

import org.jspecify.annotations.NullMarked;
