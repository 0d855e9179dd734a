package dev.counterpoint.query.profile;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.profile.Profile;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Keeps folded profiles of the present fold version. Of several profiles of a stream the one with the highest sequence is found, whatever
 * the order in which they were saved. Thread-safe.
 */
public interface Profiles {

    /**
     * @throws dev.counterpoint.domain.encryption.ContentErasedException if the listener is erased
     * @throws dev.counterpoint.domain.refusal.StoreUnavailableException if it cannot be read now
     */
    Optional<Profile> find(StreamId stream);

    /** Done when it is durable; saving a profile again, or an older one, or one of an erased listener, changes nothing. */
    CompletionStage<Void> save(StreamId stream, Profile profile);

    /** Takes the profile of a stream away for good, in every fold version: none is found any more, also if one is saved afterwards. */
    void forget(StreamId stream);

    /** Notes that the profiles of all listeners were there once in the present fold version. */
    void markRebuilt();

    /** Whether that was noted. */
    boolean isRebuilt();
}
