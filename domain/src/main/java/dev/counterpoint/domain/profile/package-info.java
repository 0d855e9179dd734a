/**
 * What is known of a listener: a pure fold over their stream, bounded for ever, read at an instant.
 *
 * <p>A released field of the fold never changes its meaning; a correction is a new field and a new fold version.
 */
@NullMarked
package dev.counterpoint.domain.profile;

import org.jspecify.annotations.NullMarked;
