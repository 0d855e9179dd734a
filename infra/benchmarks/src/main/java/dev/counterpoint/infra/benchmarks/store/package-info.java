/** What stands in the stores, counted there and not taken from any answer. */
@NullMarked
package dev.counterpoint.infra.benchmarks.store;

import org.jspecify.annotations.NullMarked;
