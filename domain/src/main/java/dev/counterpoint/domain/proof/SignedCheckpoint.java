package dev.counterpoint.domain.proof;

import java.util.Arrays;

/**
 * A checkpoint with its signature.
 *
 * @param signature Ed25519 (RFC 8032) over {@link Checkpoint#bytes}: 64 bytes; not copied, so never change them
 */
public record SignedCheckpoint(Checkpoint checkpoint, byte[] signature) {

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedCheckpoint that
                && checkpoint.equals(that.checkpoint)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return 31 * checkpoint.hashCode() + Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "signed " + checkpoint;
    }
}
