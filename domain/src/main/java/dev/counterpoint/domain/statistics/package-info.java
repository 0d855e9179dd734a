/**
 * What all listeners together did, as numbered immutable versions: popularity, rates of cards, response to shelves.
 *
 * <p>A released number never changes its meaning.
 */
@NullMarked
package dev.counterpoint.domain.statistics;

import org.jspecify.annotations.NullMarked;
