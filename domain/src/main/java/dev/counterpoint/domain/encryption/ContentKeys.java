package dev.counterpoint.domain.encryption;

import dev.counterpoint.domain.event.StreamId;
import java.util.Collection;
import java.util.Optional;

/**
 * A key to each listener's stream, made when something is first written there, the same for all processes. A key that was destroyed is gone for
 * ever, and no other takes its place. Thread-safe.
 */
public interface ContentKeys {

    /**
     * The key of a stream, made and kept where it has none.
     *
     * @throws ContentErasedException if the key was destroyed
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if the keys cannot be had now
     */
    ContentKey toWrite(StreamId stream);

    /**
     * The key of a stream; empty where it never had one.
     *
     * @throws ContentErasedException if the key was destroyed
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if the keys cannot be had now
     */
    Optional<ContentKey> toRead(StreamId stream);

    /**
     * Reads the keys of streams together, so that reading them one by one is quick soon after. Only a hint: it finds out nothing, and fails with
     * nothing.
     */
    default void prepare(Collection<StreamId> streams) {}

    /** Destroys the key of a stream, also of one that has none: none is made for it afterwards. Doing it again changes nothing. */
    void destroy(StreamId stream);

    /** Drops the key from the memory of this process, because another may have destroyed it. */
    void forget(StreamId stream);
}
