/** What every store of numbered versions keeps to. */
@NullMarked
package dev.counterpoint.contracts.version;

import org.jspecify.annotations.NullMarked;
