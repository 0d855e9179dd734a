package dev.counterpoint.query.profile;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.profile.Profile;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Profiles within one process. */
public final class InMemoryProfiles implements Profiles {
    private final Map<StreamId, Profile> profiles = new ConcurrentHashMap<>();

    @Override
    public Optional<Profile> find(StreamId stream) {
        return Optional.ofNullable(profiles.get(stream));
    }

    @Override
    public CompletionStage<Void> save(StreamId stream, Profile profile) {
        profiles.merge(stream, profile, (old, next) -> old.sequence() >= next.sequence() ? old : next);
        return CompletableFuture.completedFuture(null);
    }
}
