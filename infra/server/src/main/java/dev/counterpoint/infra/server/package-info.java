/** The server: {@code main()} names the parts of the process, and its configuration decides what they do. */
@NullMarked
package dev.counterpoint.infra.server;

import org.jspecify.annotations.NullMarked;
