package dev.counterpoint.domain.event;

import java.util.Arrays;

/**
 * An event's payload as it is stored.
 *
 * @param type stable name, never that of a Java class
 * @param revision from 1
 * @param payload the bytes that hashes are taken over; not copied, so never change them
 */
public record EncodedEvent(String type, int revision, byte[] payload) {

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedEvent that
                && type.equals(that.type)
                && revision == that.revision
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * type.hashCode() + revision) + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return type + "/" + revision + "[" + payload.length + " bytes]";
    }
}
