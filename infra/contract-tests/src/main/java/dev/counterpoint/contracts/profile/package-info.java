/** What every keeper of profiles promises. */
@NullMarked
package dev.counterpoint.contracts.profile;

import org.jspecify.annotations.NullMarked;
