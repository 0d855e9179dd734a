package dev.counterpoint.query.profile;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.profile.Profile;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Profiles within one process. */
public final class InMemoryProfiles implements Profiles {
    private final Map<StreamId, Profile> profiles = new ConcurrentHashMap<>();
    private final Set<StreamId> forgotten = ConcurrentHashMap.newKeySet();
    private volatile boolean isRebuilt;

    @Override
    public Optional<Profile> find(StreamId stream) {
        return Optional.ofNullable(profiles.get(stream));
    }

    @Override
    public synchronized CompletionStage<Void> save(StreamId stream, Profile profile) {
        if (forgotten.contains(stream)) {
            return CompletableFuture.completedFuture(null);
        }
        profiles.merge(stream, profile, (old, next) -> old.sequence() >= next.sequence() ? old : next);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized void forget(StreamId stream) {
        forgotten.add(stream);
        profiles.remove(stream);
    }

    @Override
    public void markRebuilt() {
        isRebuilt = true;
    }

    @Override
    public boolean isRebuilt() {
        return isRebuilt;
    }
}
