/** Verifies that nothing was changed: hash chains of streams and decisions, and the checkpoints over them. */
@NullMarked
package dev.counterpoint.query.proof;

import org.jspecify.annotations.NullMarked;
