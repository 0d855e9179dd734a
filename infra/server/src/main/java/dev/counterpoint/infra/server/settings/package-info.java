/** The platform's own configuration, typed and checked before anything starts. */
@NullMarked
package dev.counterpoint.infra.server.settings;

import org.jspecify.annotations.NullMarked;
