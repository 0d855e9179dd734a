package dev.counterpoint.domain.profile;

import org.jspecify.annotations.Nullable;

/**
 * One row of a table.
 *
 * @param <E> the row's own type
 */
abstract class Entry<E extends Entry<E>> {
    final String key;

    /** The only table that may change this row; other tables that hold it read it. */
    @Nullable
    Table<E> owner;

    Entry(String key) {
        this.key = key;
    }

    abstract E copy();

    /** The bytes of all names in it. */
    abstract int nameBytes();
}
