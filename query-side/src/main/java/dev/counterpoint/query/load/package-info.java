/** Keeps answers quick when more is asked than can be done: what is too much is refused at once. */
@NullMarked
package dev.counterpoint.query.load;

import org.jspecify.annotations.NullMarked;
