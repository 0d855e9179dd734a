/** Walks through history again: every listener's events in order, with the pages that they were served. */
@NullMarked
package dev.counterpoint.training.replay;

import org.jspecify.annotations.NullMarked;
