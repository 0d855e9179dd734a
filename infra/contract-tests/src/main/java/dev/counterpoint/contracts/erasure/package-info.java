/** What keepers of erasures promise. */
@NullMarked
package dev.counterpoint.contracts.erasure;

import org.jspecify.annotations.NullMarked;
