package dev.counterpoint.domain.eventlog;

import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.event.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Events for tests of the log. */
final class LogEvents {
    static final StreamId STREAM = new StreamId("l-golden");
    static final Instant TIME = Instant.parse("2026-03-01T08:00:00.123456Z");

    private LogEvents() {}

    static NewEvent anEvent() {
        return anEvent(10);
    }

    /** @param payloadBytes its size, with metadata of four bytes beside it */
    static NewEvent anEvent(int payloadBytes) {
        return anEventAt(TIME, payloadBytes);
    }

    static NewEvent anEventAt(Instant time, int payloadBytes) {
        return new NewEvent(
                UUID.randomUUID(),
                time,
                StoredContent.NO_KEY,
                new EncodedEvent("said", 1, new byte[payloadBytes]),
                EventMetadata.of(Map.of()));
    }

    record Said(String words) implements DomainEvent {}

    static final class SaidCodec implements EventCodec {
        @Override
        public EncodedEvent encode(DomainEvent event) {
            return new EncodedEvent("said", 1, ((Said) event).words().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public DomainEvent decode(EncodedEvent encoded) {
            if (!encoded.type().equals("said")) {
                throw new UnreadableEventException("unheard: " + encoded.type(), null);
            }
            return new Said(new String(encoded.payload(), StandardCharsets.UTF_8));
        }
    }
}
