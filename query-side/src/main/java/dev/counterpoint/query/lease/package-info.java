/** Work that one process at a time may do: cutting epochs, cutting versions of statistics. */
@NullMarked
package dev.counterpoint.query.lease;

import org.jspecify.annotations.NullMarked;
