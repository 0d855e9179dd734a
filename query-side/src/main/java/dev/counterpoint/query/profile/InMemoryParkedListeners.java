package dev.counterpoint.query.profile;

import dev.counterpoint.domain.event.StreamId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Parked listeners within one process. */
public final class InMemoryParkedListeners implements ParkedListeners {
    private final Map<StreamId, Parked> parked = new ConcurrentHashMap<>();
    private final Set<UUID> skipped = ConcurrentHashMap.newKeySet();

    @Override
    public void park(Parked listener) {
        parked.put(listener.stream(), listener);
    }

    @Override
    public List<Parked> all() {
        return List.copyOf(parked.values());
    }

    @Override
    public void release(StreamId stream) {
        parked.remove(stream);
    }

    @Override
    public void skip(Parked listener) {
        skipped.add(listener.eventId());
    }

    @Override
    public Set<UUID> skipped() {
        return Set.copyOf(skipped);
    }
}
