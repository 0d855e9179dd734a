package dev.counterpoint.infra.kafka.consumption;

import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.encryption.InMemoryContentKeys;
import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.eventlog.EventMetadata;
import dev.counterpoint.domain.eventlog.NewEvent;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.infra.kafka.codec.JsonEventCodec;

/** Events as a log would have them, linked to nothing, and how they are read. */
final class StoredForm {
    private final ContentProtection protection = new ContentProtection(new InMemoryContentKeys());
    private final JsonEventCodec codec = JsonEventCodec.ofAllEvents();

    EventContents contents() {
        return new EventContents(codec, protection);
    }

    StoredEvent of(RecordedEvent event) {
        StoredContent stored = protection.protect(event.stream(), event.eventId(), codec.encode(event.event()));
        Sha256 hash = Sha256.of(stored.content().payload());
        NewEvent written = new NewEvent(
                event.eventId(),
                event.recordedAt(),
                stored.keyId(),
                stored.content(),
                EventMetadata.of(event.metadata()));
        return new StoredEvent(event.stream(), event.sequence(), written, hash, hash);
    }
}
