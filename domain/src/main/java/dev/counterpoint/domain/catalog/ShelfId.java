package dev.counterpoint.domain.catalog;

import dev.counterpoint.domain.identity.Identifiers;

/** The client's name for a shelf template. */
public record ShelfId(String value) implements Comparable<ShelfId> {
    /** Of the list of a ranking: no shelf can be published under it. */
    public static final ShelfId GIVEN = new ShelfId("given");

    public ShelfId {
        Identifiers.require("a shelf id", value);
    }

    @Override
    public int compareTo(ShelfId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
