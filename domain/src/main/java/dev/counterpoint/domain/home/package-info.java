/**
 * The page: planned from what the sources propose, ordered by scores, drawn with a known chance. Pure, and never changed once released: a
 * correction is a policy of another name.
 */
@NullMarked
package dev.counterpoint.domain.home;

import org.jspecify.annotations.NullMarked;
