/** How models are learned from rows, whatever learns them. */
@NullMarked
package dev.counterpoint.training.fit;

import org.jspecify.annotations.NullMarked;
