package dev.counterpoint.domain.encryption;

/**
 * Encrypts keys with a master key that the store of the keys does not have: a keystore of this process, or a key management service. Thread-safe.
 */
public interface KeyWrapping {

    /** Which master key wraps now: stands beside what it wrapped. */
    String masterId();

    /**
     * @param key the bytes of a key
     * @param place where the key belongs
     * @return the key, encrypted with the master key {@link #masterId}
     */
    byte[] wrap(ContentPlace place, byte[] key);

    /**
     * @param masterId of the master key that wrapped it
     * @throws UnreadableContentException if this is not what was wrapped for the place, or the master key is not known here
     */
    byte[] unwrap(String masterId, ContentPlace place, byte[] wrapped);
}
