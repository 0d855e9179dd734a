package dev.counterpoint.domain.catalog;

import dev.counterpoint.domain.identity.Identifiers;
import org.jspecify.annotations.Nullable;

/** The client's name for a card. */
public record CardId(String value) implements Comparable<CardId> {
    public CardId {
        Identifiers.require("a card id", value);
    }

    /** Written out, as all maps of cards ask for it: what the compiler makes of a record is slower. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof CardId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(CardId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
