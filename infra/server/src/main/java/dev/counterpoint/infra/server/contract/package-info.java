/** The public interface, as it is published to programs that read it. */
@NullMarked
package dev.counterpoint.infra.server.contract;

import org.jspecify.annotations.NullMarked;
