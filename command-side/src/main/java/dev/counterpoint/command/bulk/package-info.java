/** Imports of any length: lines in groups, each group spread over lanes that keep the order of what belongs together. */
@NullMarked
package dev.counterpoint.command.bulk;

import org.jspecify.annotations.NullMarked;
