package dev.counterpoint.domain.event;

/**
 * Turns events into bytes under a stable name and revision, and back. Every older revision stays readable and is upgraded while
 * decoding, so that all readers see one form. Thread-safe.
 */
public interface EventCodec {

    EncodedEvent encode(DomainEvent event);

    /** @throws UnreadableEventException if type or revision is unknown or the payload is broken */
    DomainEvent decode(EncodedEvent encoded);
}
