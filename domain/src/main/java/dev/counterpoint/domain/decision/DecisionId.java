package dev.counterpoint.domain.decision;

import dev.counterpoint.domain.identity.Identifiers;

/** The name of a decision; it tells where the record lies, and is sealed against invention. */
public record DecisionId(String value) implements Comparable<DecisionId> {
    public DecisionId {
        Identifiers.require("a decision id", value);
    }

    @Override
    public int compareTo(DecisionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
