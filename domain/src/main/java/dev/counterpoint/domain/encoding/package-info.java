/** Compact canonical bytes for the read models of the domain: the same value gives the same bytes on every machine. */
@NullMarked
package dev.counterpoint.domain.encoding;

import org.jspecify.annotations.NullMarked;
