/** Chance that can be told again: a generator of our own, so that a seed means the same for ever. */
@NullMarked
package dev.counterpoint.domain.random;

import org.jspecify.annotations.NullMarked;
