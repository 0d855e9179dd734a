package dev.counterpoint.domain.catalog;

import dev.counterpoint.domain.identity.Identifiers;

/** The publisher's name for a rule. */
public record RuleId(String value) implements Comparable<RuleId> {
    public RuleId {
        Identifiers.require("a rule id", value);
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
