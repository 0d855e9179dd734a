package dev.counterpoint.query.home;

import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.event.UnreadableEventException;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import dev.counterpoint.query.profile.CurrentProfiles;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at what is known of a listener, but never for long: a page without it is better than none. Thread-safe. */
public final class ListenersNow {
    private static final Logger LOG = LoggerFactory.getLogger(ListenersNow.class);

    private final CurrentProfiles profiles;
    private final ExecutorService readers;
    private final Duration patience;

    /** @param readers runs the look-ups; its owner ends it */
    public ListenersNow(CurrentProfiles profiles, ExecutorService readers, Duration patience) {
        this.profiles = profiles;
        this.readers = readers;
        this.patience = patience;
    }

    /** @param inTime false: the profile could not be had, and is empty here */
    record Seen(Profile profile, boolean inTime) {}

    /** @throws ContentErasedException if the listener is erased */
    Seen look(StreamId listener) {
        Future<Profile> reading = readers.submit(() -> profiles.of(listener));
        try {
            return new Seen(reading.get(patience.toMillis(), TimeUnit.MILLISECONDS), true);
        } catch (TimeoutException late) {
            reading.cancel(true);
            LOG.warn("profile not read in time patienceMs={}", patience.toMillis());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ContentErasedException erased) {
                throw erased;
            }
            if (!(failed.getCause() instanceof StoreUnavailableException
                    || failed.getCause() instanceof UnreadableEventException)) {
                throw new IllegalStateException("a profile could not be folded", failed.getCause());
            }
            LOG.warn("profile not read", failed);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        return new Seen(Profile.empty(), false);
    }
}
