/** Which vectors of cards pages are made with, and those that earlier pages were made with. */
@NullMarked
package dev.counterpoint.query.embedding;

import org.jspecify.annotations.NullMarked;
