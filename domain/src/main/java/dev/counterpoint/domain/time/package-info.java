/** The clock as a port, so that a week can pass in minutes. */
@NullMarked
package dev.counterpoint.domain.time;

import org.jspecify.annotations.NullMarked;
