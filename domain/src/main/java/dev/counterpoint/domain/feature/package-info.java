/**
 * Features: named pure functions of what is known at a moment, and the matrix of them that models score.
 *
 * <p>A released feature never changes its meaning, nor does a released set: a correction gets a new name, and the old one goes when no
 * retained decision cites it.
 */
@NullMarked
package dev.counterpoint.domain.feature;

import org.jspecify.annotations.NullMarked;
