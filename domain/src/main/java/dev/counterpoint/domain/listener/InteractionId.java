package dev.counterpoint.domain.listener;

import dev.counterpoint.domain.identity.Identifiers;

/** The client's name for one interaction, unique within a listener's last 4,096. */
public record InteractionId(String value) implements Comparable<InteractionId> {
    public InteractionId {
        Identifiers.require("an interaction id", value);
    }

    @Override
    public int compareTo(InteractionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
