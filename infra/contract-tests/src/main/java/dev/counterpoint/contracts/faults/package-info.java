/** Records what was asked of an event log while servers fail, and checks afterwards that nothing was lost, doubled or torn. */
@NullMarked
package dev.counterpoint.contracts.faults;

import org.jspecify.annotations.NullMarked;
