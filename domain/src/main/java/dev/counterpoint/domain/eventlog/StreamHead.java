package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.event.StreamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a stream ends: what the next append builds upon.
 *
 * @param sequence of the last event, -1 where there is none
 * @param recordedAt of the last event, 1970 where there is none
 * @param link of the last event, {@link EnvelopeHash#start} where there is none
 * @param sealed whether the stream takes no more events
 */
public record StreamHead(long sequence, Instant recordedAt, Sha256 link, boolean sealed) {

    public static StreamHead ofEmpty(StreamId stream) {
        return new StreamHead(-1, Instant.EPOCH, EnvelopeHash.start(stream), false);
    }

    public static StreamHead at(StoredEvent last) {
        return new StreamHead(last.sequence(), last.recordedAt(), last.link(), false);
    }

    public StreamHead asSealed() {
        return new StreamHead(sequence, recordedAt, link, true);
    }

    /**
     * Gives the events of an append their place, time and links.
     *
     * @param append that expects this head
     */
    public List<StoredEvent> followedBy(Append append) {
        if (append.expectedVersion() != sequence) {
            throw new IllegalArgumentException(
                    "the append expects version " + append.expectedVersion() + ", not " + sequence);
        }
        List<StoredEvent> stored = new ArrayList<>(append.events().size());
        StreamHead head = this;
        for (NewEvent event : append.events()) {
            StoredEvent next = head.next(append.stream(), event);
            stored.add(next);
            head = at(next);
        }
        return List.copyOf(stored);
    }

    private StoredEvent next(StreamId stream, NewEvent event) {
        // Clocks of two servers differ: time within a stream must not run backwards, or "as of" would have no meaning.
        Instant time = event.recordedAt().isBefore(recordedAt) ? recordedAt : event.recordedAt();
        NewEvent timed = new NewEvent(event.eventId(), time, event.keyId(), event.content(), event.metadata());
        Sha256 payloadHash = Sha256.of(event.content().payload());
        Sha256 next = EnvelopeHash.link(stream, sequence + 1, time, timed, payloadHash, link);
        return new StoredEvent(stream, sequence + 1, timed, payloadHash, next);
    }
}
