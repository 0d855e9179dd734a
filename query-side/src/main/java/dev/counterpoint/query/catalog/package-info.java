/** The catalogue as pages see it: numbered epochs, cut by one process at a time, followed by all. */
@NullMarked
package dev.counterpoint.query.catalog;

import org.jspecify.annotations.NullMarked;
