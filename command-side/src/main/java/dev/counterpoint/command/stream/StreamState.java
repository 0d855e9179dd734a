package dev.counterpoint.command.stream;

import dev.counterpoint.domain.event.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the mechanics ask of an aggregate's state. Used by one thread at a time: the stream's lock is held. */
public interface StreamState {

    /** When the last event of the stream was recorded; {@link Instant#EPOCH} before the first. */
    Instant lastRecordedAt();

    /**
     * The client's own name for what caused an event, unique in the stream; the event's id is derived from it.
     *
     * @return null where the command itself is the cause
     */
    @Nullable
    String causeOf(DomainEvent event);

    /** The whole state as bytes. */
    StateSnapshot snapshot();

    /** After how many events a new snapshot is worth its bytes. */
    int eventsPerSnapshot();

    /** How much memory the state takes, in bytes, about. */
    int weight();

    /** What was applied since the last call has been stored. */
    default void keep() {}

    /**
     * What was applied since the last {@link #keep()} has not been stored.
     *
     * @return whether the state is again what it was then; false where it cannot go back and has to be loaded again
     */
    default boolean revert() {
        return false;
    }
}
