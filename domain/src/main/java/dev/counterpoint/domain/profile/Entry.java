package dev.counterpoint.domain.profile;

/**
 * One row of a table.
 *
 * @param <E> the row's own type
 */
abstract class Entry<E extends Entry<E>> {
    final String key;

    Entry(String key) {
        this.key = key;
    }

    abstract E copy();

    /** The bytes of all names in it. */
    abstract int nameBytes();
}
