/** What every keeper of decisions promises. */
@NullMarked
package dev.counterpoint.contracts.decision;

import org.jspecify.annotations.NullMarked;
