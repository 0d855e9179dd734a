package dev.counterpoint.command.eventstore;

import dev.counterpoint.domain.encryption.ContentPlace;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.UnreadableContentException;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.StreamId;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state of an aggregate after an event of its stream.
 *
 * @param sequence of that event
 * @param takenAt in whole microseconds
 * @param state type, revision and bytes of the state
 */
public record StoredSnapshot(StreamId stream, long sequence, Instant takenAt, EncodedEvent state) {
    private static final Logger LOG = LoggerFactory.getLogger(StoredSnapshot.class);

    StoredSnapshot protectedBy(ContentProtection protection) {
        return withBytes(protection.protect(stream, place(), state.payload()));
    }

    /** Empty where the bytes cannot be decrypted: the snapshot is none then, and the stream is read instead. */
    Optional<StoredSnapshot> openedBy(ContentProtection protection) {
        try {
            return Optional.of(withBytes(protection.open(stream, place(), state.payload())));
        } catch (UnreadableContentException broken) {
            LOG.warn("a snapshot cannot be decrypted: stream={} sequence={}", stream, sequence, broken);
            return Optional.empty();
        }
    }

    private StoredSnapshot withBytes(byte[] bytes) {
        return new StoredSnapshot(stream, sequence, takenAt, new EncodedEvent(state.type(), state.revision(), bytes));
    }

    private ContentPlace place() {
        return ContentPlace.of(
                "snapshot", stream.value(), Long.toString(sequence), state.type(), Integer.toString(state.revision()));
    }
}
