package dev.counterpoint.domain.model;

import dev.counterpoint.domain.home.Digest;
import java.util.Arrays;

/**
 * A learned model at rest. Immutable.
 *
 * @param estimator the word for what learned it, and who can read the bytes
 * @param bytes all that scoring needs; not copied
 */
public record ModelArtifact(String estimator, byte[] bytes) {

    /** SHA-256 over the bytes: what two models have in common that score alike. */
    public Digest digest() {
        return Digest.over(bytes);
    }

    /** The name that pages cite: the estimator and the first 12 digits of the digest. */
    public String modelId() {
        return estimator + "-" + digest().hex().substring(0, 12);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelArtifact that
                && estimator.equals(that.estimator)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return modelId() + " of " + bytes.length + " bytes";
    }
}
