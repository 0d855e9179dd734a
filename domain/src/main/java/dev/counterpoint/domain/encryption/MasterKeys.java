package dev.counterpoint.domain.encryption;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Master keys in the memory of this process, used as {@link ContentKey} has it. One wraps, all unwrap, so that a master key can be replaced by a new
 * one while keys under the old one are still there. Thread-safe.
 */
public final class MasterKeys implements KeyWrapping {
    private final String masterId;
    private final ContentKey current;
    private final Map<String, ContentKey> keys;

    /**
     * @param masterId of the key that wraps
     * @param keys by id, 32 bytes each; the one that wraps is among them
     */
    public MasterKeys(String masterId, Map<String, byte[]> keys) {
        this.masterId = masterId;
        this.keys = keys.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, key -> new ContentKey(key.getValue())));
        ContentKey wrapping = this.keys.get(masterId);
        if (wrapping == null) {
            throw new IllegalArgumentException("there is no master key \"" + masterId + "\" to wrap with");
        }
        this.current = wrapping;
    }

    @Override
    public String masterId() {
        return masterId;
    }

    @Override
    public byte[] wrap(ContentPlace place, byte[] key) {
        return current.encrypt(place, key);
    }

    @Override
    public byte[] unwrap(String id, ContentPlace place, byte[] wrapped) {
        ContentKey key = keys.get(id);
        if (key == null) {
            throw new UnreadableContentException("master key \"" + id + "\" is not known here", null);
        }
        return key.decrypt(place, wrapped);
    }
}
