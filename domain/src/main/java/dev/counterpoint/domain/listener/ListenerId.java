package dev.counterpoint.domain.listener;

import dev.counterpoint.domain.identity.Identifiers;

/** The listener as the client knows them. Personal: outside encrypted content a pseudonym stands for it. */
public record ListenerId(String value) implements Comparable<ListenerId> {
    public ListenerId {
        Identifiers.require("a listener id", value);
    }

    @Override
    public int compareTo(ListenerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
