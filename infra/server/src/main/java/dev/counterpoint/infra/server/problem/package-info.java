/** Every error as {@code application/problem+json} (RFC 9457), from one place. */
@NullMarked
package dev.counterpoint.infra.server.problem;

import org.jspecify.annotations.NullMarked;
