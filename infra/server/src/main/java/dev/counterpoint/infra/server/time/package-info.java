/** The clocks that the platform may live by. */
@NullMarked
package dev.counterpoint.infra.server.time;

import org.jspecify.annotations.NullMarked;
