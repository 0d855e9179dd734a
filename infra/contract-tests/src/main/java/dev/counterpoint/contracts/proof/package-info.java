/** What keepers of checkpoints promise, and what verifying finds in a store. */
@NullMarked
package dev.counterpoint.contracts.proof;

import org.jspecify.annotations.NullMarked;
