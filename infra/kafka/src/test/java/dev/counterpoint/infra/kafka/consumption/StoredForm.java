package dev.counterpoint.infra.kafka.consumption;

import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.eventlog.EventMetadata;
import dev.counterpoint.domain.eventlog.NewEvent;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.eventlog.StoredEvent;

/** Events as a log would have them, linked to nothing. */
final class StoredForm {
    private StoredForm() {}

    static StoredEvent of(EventContents contents, RecordedEvent event) {
        StoredContent stored = contents.write(event.stream(), event.eventId(), event.event());
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
