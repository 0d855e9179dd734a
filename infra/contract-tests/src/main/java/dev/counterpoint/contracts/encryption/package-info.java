/** What keepers of keys promise. */
@NullMarked
package dev.counterpoint.contracts.encryption;

import org.jspecify.annotations.NullMarked;
