package dev.counterpoint.domain.proof;

import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.time.Micros;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * What a process vouches for: the heads of the chains that it moved since its checkpoint before.
 *
 * @param writer the process
 * @param number from 0, without gaps
 * @param at in whole microseconds
 * @param heads how many leaves the tree has
 * @param root of the Merkle tree over the heads, in the order in which they are kept
 * @param previous {@link #hash} of the checkpoint before; of the first one {@link #start}
 */
public record Checkpoint(String writer, long number, Instant at, int heads, Sha256 root, Sha256 previous) {
    private static final byte[] TAG = "counterpoint/checkpoint/1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] START = "counterpoint/checkpoints/1".getBytes(StandardCharsets.US_ASCII);

    /** What the first checkpoint of a process follows. */
    public static Sha256 start(String writer) {
        return Sha256.of(START, writer.getBytes(StandardCharsets.UTF_8));
    }

    public static Sha256 rootOf(List<ChainHead> heads) {
        return MerkleTree.root(heads.stream().map(ChainHead::bytes).toList());
    }

    /** What is hashed and signed. */
    public byte[] bytes() {
        byte[] name = writer.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(TAG.length + 2 * Integer.BYTES + name.length + 2 * Long.BYTES + 2 * Sha256.LENGTH)
                .put(TAG)
                .putInt(name.length)
                .put(name)
                .putLong(number)
                .putLong(Micros.of(at))
                .putInt(heads)
                .put(root.bytes())
                .put(previous.bytes())
                .array();
    }

    public Sha256 hash() {
        return Sha256.of(bytes());
    }
}
