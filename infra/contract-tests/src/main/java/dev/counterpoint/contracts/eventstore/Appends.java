package dev.counterpoint.contracts.eventstore;

import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.EventMetadata;
import dev.counterpoint.domain.eventlog.NewEvent;
import dev.counterpoint.domain.eventlog.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Appends for tests of event logs. */
public final class Appends {
    public static final Instant MORNING = Instant.parse("2026-03-01T08:00:00.123456Z");

    private Appends() {}

    /** A stream that nobody has used before. */
    public static StreamId freshStream() {
        return new StreamId("test-" + UUID.randomUUID());
    }

    public static Append of(StreamId stream, long expectedVersion, int events) {
        return new Append(
                stream,
                expectedVersion,
                IntStream.range(0, events).mapToObj(i -> anEvent()).toList());
    }

    public static NewEvent anEvent() {
        return anEventAt(MORNING);
    }

    public static NewEvent anEventAt(Instant recordedAt) {
        UUID id = UUID.randomUUID();
        EncodedEvent content = new NotedCodec().encode(new Noted("note " + id));
        return new NewEvent(
                id, recordedAt, StoredContent.NO_KEY, content, EventMetadata.of(Map.of("correlationId", "c-" + id)));
    }

    /** What somebody else may have meant by the same id. */
    public static NewEvent withOtherContent(NewEvent event) {
        EncodedEvent other = new NotedCodec().encode(new Noted("another note " + UUID.randomUUID()));
        return withContent(event, other);
    }

    public static NewEvent withContent(NewEvent event, EncodedEvent content) {
        return new NewEvent(event.eventId(), event.recordedAt(), event.keyId(), content, event.metadata());
    }

    /** The same event, as another request would record it. */
    public static NewEvent ofAnotherRequest(NewEvent event) {
        EventMetadata metadata = EventMetadata.of(Map.of("correlationId", "c-" + UUID.randomUUID()));
        return new NewEvent(event.eventId(), event.recordedAt(), event.keyId(), event.content(), metadata);
    }

    /** The append that the first events of a stream came from. */
    public static Append again(List<StoredEvent> stored) {
        return new Append(
                stored.get(0).stream(),
                -1,
                stored.stream().map(StoredEvent::event).toList());
    }
}
