/** Publishing: cards and shelves become events of the 64 shards of the catalogue. */
@NullMarked
package dev.counterpoint.command.catalog;

import org.jspecify.annotations.NullMarked;
