package dev.counterpoint.domain.proof;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a chain stood at some time.
 *
 * @param chain the name of a stream, or {@link #ofDecisions}
 * @param position the sequence of an event, or the group of a decision
 * @param slot of the decision in its group; 0 for events, -1 for a group that was given up
 * @param link the hash of that event or decision
 */
public record ChainHead(String chain, long position, int slot, Sha256 link) {
    private static final byte[] TAG = "counterpoint/head/1".getBytes(StandardCharsets.US_ASCII);
    private static final String DECISIONS = "decisions-";

    public static ChainHead of(StreamId stream, long sequence, Sha256 link) {
        return new ChainHead(stream.value(), sequence, 0, link);
    }

    /** The name of the chain of a process that decides. */
    public static String ofDecisions(long epoch) {
        return DECISIONS + epoch;
    }

    public boolean isOfDecisions() {
        return chain.startsWith(DECISIONS);
    }

    public boolean isAfter(ChainHead other) {
        return position > other.position || position == other.position && slot > other.slot;
    }

    /** @throws java.nio.BufferUnderflowException or {@link IllegalArgumentException} if these are not the bytes of heads, one after the other */
    public static List<ChainHead> allOf(byte[] concatenated) {
        ByteBuffer bytes = ByteBuffer.wrap(concatenated);
        List<ChainHead> heads = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] tag = new byte[TAG.length];
            bytes.get(tag);
            byte[] name = new byte[bytes.getInt()];
            bytes.get(name);
            long position = bytes.getLong();
            int slot = bytes.getInt();
            byte[] link = new byte[Sha256.LENGTH];
            bytes.get(link);
            if (!Arrays.equals(tag, TAG)) {
                throw new IllegalArgumentException("not the bytes of heads");
            }
            heads.add(new ChainHead(new String(name, StandardCharsets.UTF_8), position, slot, new Sha256(link)));
        }
        return heads;
    }

    /** The leaf of a checkpoint's tree: tag, length and UTF-8 of the chain, position, slot, link; numbers are big-endian. */
    public byte[] bytes() {
        byte[] name = chain.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(TAG.length + 2 * Integer.BYTES + name.length + Long.BYTES + Sha256.LENGTH)
                .put(TAG)
                .putInt(name.length)
                .put(name)
                .putLong(position)
                .putInt(slot)
                .put(link.bytes())
                .array();
    }
}
