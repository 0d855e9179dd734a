package dev.counterpoint.query.profile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.event.EventBatch;
import dev.counterpoint.domain.event.EventConsumer;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.profile.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps stored profiles fresh with the events that come by. Of each stream the event after the last one is applied, older ones are dropped,
 * and what is missing before a later one is read from the store;
 * those of a listener who was erased meanwhile are passed over. A listener with an event that cannot be read or folded is parked, and does not hold
 * up others. A batch is done when all its profiles are durable. Thread-safe; batches
 * with events of one stream come one after the other.
 */
public final class ProjectingProfiles implements EventConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectingProfiles.class);

    private final Profiles profiles;
    private final Parking parking;
    private final Tail tail;
    private final Cache<StreamId, Profile> saved;
    private final LongAdder applied = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder gaps = new LongAdder();

    /** @param keptBytes what profiles may take in memory, so that an active listener's need not be read again */
    public ProjectingProfiles(Profiles profiles, EventHistory history, Parking parking, long keptBytes) {
        this.profiles = profiles;
        this.parking = parking;
        this.tail = new Tail(history);
        this.saved = Caffeine.newBuilder()
                .maximumWeight(keptBytes)
                .weigher((StreamId stream, Profile profile) -> profile.memoryBytes())
                .build();
    }

    /** @throws dev.counterpoint.domain.refusal.StoreUnavailableException if a profile could not be read or saved */
    @Override
    public void accept(EventBatch batch) {
        Map<StreamId, List<RecordedEvent>> streams = new LinkedHashMap<>();
        for (RecordedEvent event : batch.events()) {
            if (event.stream().isListener()) {
                streams.computeIfAbsent(event.stream(), any -> new ArrayList<>())
                        .add(event);
            }
        }
        List<CompletableFuture<?>> saving = new ArrayList<>(streams.size());
        streams.forEach((stream, events) -> saving.add(project(stream, events)));
        awaitAll(saving);
    }

    public ProjectionFigures figures() {
        return new ProjectionFigures(applied.sum(), dropped.sum(), gaps.sum());
    }

    private CompletableFuture<?> project(StreamId stream, List<RecordedEvent> events) {
        if (parking.isParked(stream)) {
            return CompletableFuture.completedFuture(null);
        }
        try {
            return projected(stream, events);
        } catch (ContentErasedException erased) {
            saved.invalidate(stream);
        } catch (RuntimeException fault) {
            if (!Parking.isFinal(fault)) {
                throw fault;
            }
            parking.park(stream, stored(stream), fault);
        }
        return CompletableFuture.completedFuture(null);
    }

    /**
     * Folds what is missing of a parked listener.
     *
     * @return whether they are parked no more; else they are parked where it failed
     */
    public boolean retry(StreamId stream) {
        saved.invalidate(stream);
        try {
            if (!isCaughtUp(stream)) {
                return false;
            }
        } catch (ContentErasedException erased) {
            LOG.debug("a parked listener was erased", erased);
        }
        parking.release(stream);
        return true;
    }

    /**
     * Folds what is missing of a listener's stored profile, whoever wrote it last. One with an event that cannot be folded is parked.
     *
     * @return whether something was missing and is there now
     */
    boolean catchUp(StreamId stream) {
        saved.invalidate(stream);
        Profile before = stored(stream);
        return isCaughtUp(stream) && before.sequence() < stored(stream).sequence();
    }

    private boolean isCaughtUp(StreamId stream) {
        Profile before = stored(stream);
        try {
            Profile after = tail.foldedOnto(before, stream);
            if (after.sequence() > before.sequence()) {
                awaitAll(List.of(profiles.save(stream, after).toCompletableFuture()));
            }
            saved.put(stream, after);
            return true;
        } catch (RuntimeException fault) {
            if (!Parking.isFinal(fault)) {
                throw fault;
            }
            parking.park(stream, before, fault);
            return false;
        }
    }

    /** Passes the event over at which a listener is parked, and goes on as {@link #retry} does. */
    public boolean skip(Parked parked) {
        parking.skip(parked);
        return retry(parked.stream());
    }

    private CompletableFuture<?> projected(StreamId stream, List<RecordedEvent> events) {
        Profile before = stored(stream);
        Profile after = folded(before, stream, events);
        if (after.sequence() == before.sequence()) {
            return CompletableFuture.completedFuture(null);
        }
        return profiles.save(stream, after).toCompletableFuture().thenRun(() -> saved.put(stream, after));
    }

    private Profile stored(StreamId stream) {
        @Nullable Profile held = saved.getIfPresent(stream);
        return held != null ? held : profiles.find(stream).orElse(Profile.empty());
    }

    private Profile folded(Profile before, StreamId stream, List<RecordedEvent> events) {
        Profile profile = before;
        Profile.@Nullable Folder folder = null;
        for (RecordedEvent event : events) {
            long last = folder == null ? profile.sequence() : folder.sequence();
            if (event.sequence() <= last) {
                dropped.increment();
                continue;
            }
            if (event.sequence() > last + 1) {
                gaps.increment();
                profile = folder == null ? profile : folder.profile();
                profile = tail.foldedOnto(profile, stream, missing -> missing.sequence() < event.sequence());
                folder = null;
            }
            folder = folder == null ? profile.fold() : folder;
            folder.apply(event);
            applied.increment();
        }
        return folder == null ? profile : folder.profile();
    }

    private static void awaitAll(List<CompletableFuture<?>> saving) {
        try {
            CompletableFuture.allOf(saving.toArray(CompletableFuture<?>[]::new)).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Drops what this process has in memory of a stream. */
    public void forget(StreamId stream) {
        saved.invalidate(stream);
    }
}
