/** How vectors of cards are learned from what listeners played, whatever learns them. */
@NullMarked
package dev.counterpoint.training.embedding;

import org.jspecify.annotations.NullMarked;
