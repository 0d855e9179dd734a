/** Which part is given to which: stores to sides, sides to endpoints. */
@NullMarked
package dev.counterpoint.infra.server.wiring;

import org.jspecify.annotations.NullMarked;
