/** Copies of all events outside the store, which prove themselves. */
@NullMarked
package dev.counterpoint.query.archive;

import org.jspecify.annotations.NullMarked;
