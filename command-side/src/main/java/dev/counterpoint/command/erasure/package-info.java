/** Forgets listeners for good: keys destroyed, streams sealed, what was derived purged, and the audit left whole. */
@NullMarked
package dev.counterpoint.command.erasure;

import org.jspecify.annotations.NullMarked;
