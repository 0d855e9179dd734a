package dev.counterpoint.domain.encryption;

import dev.counterpoint.domain.event.StreamId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keys within one process. */
public final class InMemoryContentKeys implements ContentKeys {
    private final Map<StreamId, ContentKey> keys = new ConcurrentHashMap<>();
    private final Set<StreamId> destroyed = ConcurrentHashMap.newKeySet();

    @Override
    public synchronized ContentKey toWrite(StreamId stream) {
        if (destroyed.contains(stream)) {
            throw new ContentErasedException(stream);
        }
        return keys.computeIfAbsent(stream, any -> new ContentKey(ContentKey.freshBytes()));
    }

    @Override
    public synchronized Optional<ContentKey> toRead(StreamId stream) {
        if (destroyed.contains(stream)) {
            throw new ContentErasedException(stream);
        }
        return Optional.ofNullable(keys.get(stream));
    }

    @Override
    public synchronized void destroy(StreamId stream) {
        destroyed.add(stream);
        keys.remove(stream);
    }

    @Override
    public void forget(StreamId stream) {
        // This memory is where the keys are kept.
    }
}
