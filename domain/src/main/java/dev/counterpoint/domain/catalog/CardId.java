package dev.counterpoint.domain.catalog;

import dev.counterpoint.domain.identity.Identifiers;

/** The client's name for a card. */
public record CardId(String value) implements Comparable<CardId> {
    public CardId {
        Identifiers.require("a card id", value);
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
