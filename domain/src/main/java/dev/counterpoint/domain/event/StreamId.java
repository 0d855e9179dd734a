package dev.counterpoint.domain.event;

import dev.counterpoint.domain.identity.Identifiers;

/**
 * The name of a stream in the store: a shard of the catalogue, or a listener's pseudonym. Never a listener's id. Streams of
 * listeners start with {@code l-}; no other does.
 */
public record StreamId(String value) implements Comparable<StreamId> {
    private static final String LISTENER_PREFIX = "l-";

    public StreamId {
        Identifiers.require("a stream id", value);
    }

    public static StreamId ofListener(String pseudonym) {
        return new StreamId(LISTENER_PREFIX + pseudonym);
    }

    public boolean isListener() {
        return value.startsWith(LISTENER_PREFIX);
    }

    @Override
    public int compareTo(StreamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
