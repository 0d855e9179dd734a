package dev.counterpoint.command.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Derives the ids of events from their stream and cause: name-based UUIDs of version 5 (RFC 9562). The same cause gives the same id. */
final class EventIds {
    /** The namespace of streams, fixed for ever: the version 5 UUID of {@code counterpoint.dev} in the DNS namespace. */
    private static final UUID STREAMS =
            named(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "counterpoint.dev");

    private EventIds() {}

    static UUID ofCause(String stream, String cause) {
        return named(named(STREAMS, stream), "cause:" + cause);
    }

    /** @param index from 0, of the event among those that the command caused without a cause of their own */
    static UUID ofCommand(String stream, String commandId, int index) {
        return named(named(STREAMS, stream), "command:" + commandId + ":" + index);
    }

    static UUID named(UUID namespace, String name) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = hash.getLong() & ~0xF000L | 0x5000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-1", impossible);
        }
    }
}
