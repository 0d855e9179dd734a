package dev.counterpoint.domain.model;

import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import java.util.List;

/** The registry as this process knows it; goes on when it is told to. Thread-safe. */
public final class FollowedRegistry {
    private static final int READ_AT_ONCE = 100;

    private final EventHistory history;
    private volatile ModelRegistry current = ModelRegistry.empty();

    public FollowedRegistry(EventHistory history) {
        this.history = history;
    }

    /** As of the last {@link #follow}; never blocks. */
    public ModelRegistry current() {
        return current;
    }

    /**
     * Reads what is new.
     *
     * @return the registry with it
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if it cannot be read now
     */
    public synchronized ModelRegistry follow() {
        ModelRegistry registry = current;
        List<RecordedEvent> read;
        do {
            read = history.after(ModelRegistry.STREAM, registry.sequence(), READ_AT_ONCE);
            for (RecordedEvent recorded : read) {
                if (recorded.event() instanceof ModelEvent event) {
                    registry = registry.apply(event, recorded.sequence(), recorded.recordedAt());
                }
            }
        } while (read.size() == READ_AT_ONCE);
        current = registry;
        return registry;
    }
}
