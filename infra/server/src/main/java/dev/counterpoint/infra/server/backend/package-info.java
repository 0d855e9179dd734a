/** The servers that hold the data, embedded or elsewhere, as they come up beside everything else. */
@NullMarked
package dev.counterpoint.infra.server.backend;

import org.jspecify.annotations.NullMarked;
