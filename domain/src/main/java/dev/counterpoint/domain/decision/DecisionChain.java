package dev.counterpoint.domain.decision;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash chain of one process's decisions:
 * {@code h_n = SHA-256(tag ‖ epoch ‖ group ‖ slot ‖ len(id) ‖ id ‖ SHA-256(record) ‖ h_(n-1))}, numbers big-endian. A group that was given
 * up has a link of its own in place of its decisions, so the chain goes on over it. The hash of a decision is the client's receipt.
 */
public final class DecisionChain {
    private static final int HASH_BYTES = 32;
    private static final byte[] DECISION = "counterpoint/decision/1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VOID = "counterpoint/void-group/1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] START = "counterpoint/decision-epoch/1".getBytes(StandardCharsets.US_ASCII);

    private DecisionChain() {}

    /** The link that the first decision of an epoch is chained to: 32 bytes. */
    public static byte[] start(long epoch) {
        MessageDigest sha256 = sha256();
        sha256.update(START);
        sha256.update(numbers(epoch));
        return sha256.digest();
    }

    /**
     * @param record the canonical bytes of the decision
     * @param previous 32 bytes, the link before
     * @return 32 bytes, the link of this decision
     */
    public static byte[] link(long epoch, long group, int slot, DecisionId id, byte[] record, byte[] previous) {
        byte[] name = id.value().getBytes(StandardCharsets.US_ASCII);
        MessageDigest sha256 = sha256();
        byte[] content = sha256.digest(record);
        sha256.update(DECISION);
        sha256.update(numbers(epoch, group, slot, name.length));
        sha256.update(name);
        sha256.update(content);
        sha256.update(checked(previous));
        return sha256.digest();
    }

    /**
     * @param previous 32 bytes, the link before the group
     * @return 32 bytes, the link that stands for a group that was given up
     */
    public static byte[] voidLink(long epoch, long group, byte[] previous) {
        MessageDigest sha256 = sha256();
        sha256.update(VOID);
        sha256.update(numbers(epoch, group));
        sha256.update(checked(previous));
        return sha256.digest();
    }

    private static byte[] numbers(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
        for (long value : values) {
            bytes.putLong(value);
        }
        return bytes.array();
    }

    private static byte[] checked(byte[] hash) {
        if (hash.length != HASH_BYTES) {
            throw new IllegalArgumentException("a link has 32 bytes, not " + hash.length);
        }
        return hash;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
