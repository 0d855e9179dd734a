/** The server: wires all parts into one process, in the roles that it is given. */
@NullMarked
package dev.counterpoint.infra.server;

import org.jspecify.annotations.NullMarked;
