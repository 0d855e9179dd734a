/** Whether each of the stores answers. */
@NullMarked
package dev.counterpoint.infra.server.health;

import org.jspecify.annotations.NullMarked;
