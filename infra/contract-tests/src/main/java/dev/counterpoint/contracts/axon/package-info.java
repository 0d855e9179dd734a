/** Axon's own suites for event stores, as they fit a store without an order between streams. */
@NullMarked
package dev.counterpoint.contracts.axon;

import org.jspecify.annotations.NullMarked;
