/** Work that one process at a time may do, such as cutting epochs, cutting versions of statistics, training. */
@NullMarked
package dev.counterpoint.domain.lease;

import org.jspecify.annotations.NullMarked;
