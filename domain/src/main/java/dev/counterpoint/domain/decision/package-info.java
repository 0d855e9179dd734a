/** The record of a page that was served: what was known, what was drawn, and how likely it was. */
@NullMarked
package dev.counterpoint.domain.decision;

import org.jspecify.annotations.NullMarked;
