/** Streams and the events recorded in them: what all sides of the platform read. */
@NullMarked
package dev.counterpoint.domain.event;

import org.jspecify.annotations.NullMarked;
