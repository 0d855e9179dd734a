package dev.counterpoint.domain.eventlog;

import static dev.counterpoint.domain.eventlog.LogEvents.STREAM;
import static dev.counterpoint.domain.eventlog.LogEvents.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.StreamId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The expected values were computed by a program of its own from the definition; they never change. */
class EnvelopeHashTest {
    private static final String START = "ae924c3ff4fe1f457dd78216a961295b34a93bd964a29af27414a2ff063afa1c";
    private static final String FIRST = "51a7adae52c657175d4f15bb86481e52b346645b2d5cb04d85ed5d5f2a584cab";
    private static final String SECOND = "b1a96e25d1b37fcc100f4bb4e3c3dda841119c08ce9336b48a37f9734689cf14";

    private final NewEvent first = event(
            "6f0c1cb2-61f4-51f0-9d2a-0242ac120002",
            TIME,
            "listener-registered",
            1,
            "{\"a\":1}",
            Map.of("correlationId", "ç-1"));

    @Test
    void the_chain_of_two_events_has_its_golden_links() {
        NewEvent second = event(
                "6f0c1cb2-61f4-51f0-9d2a-0242ac120003", TIME.plusNanos(1000), "interaction-recorded", 2, "", Map.of());

        Sha256 start = EnvelopeHash.start(STREAM);
        Sha256 afterFirst = link(STREAM, 0, first, start);
        Sha256 afterSecond = link(STREAM, 1, second, afterFirst);

        assertThat(start).hasToString(START);
        assertThat(afterFirst).hasToString(FIRST);
        assertThat(afterSecond).hasToString(SECOND);
    }

    @Test
    void everything_that_is_hashed_changes_the_link() {
        Sha256 start = EnvelopeHash.start(STREAM);
        String id = first.eventId().toString();
        Map<String, String> metadata = first.metadata().toMap();
        String payload = "{\"a\":1}";
        Stream<Sha256> changed = Stream.of(
                link(new StreamId("l-goldeN"), 0, first, start),
                link(STREAM, 1, first, start),
                link(STREAM, 0, event(id.replace('2', '3'), TIME, "listener-registered", 1, payload, metadata), start),
                link(STREAM, 0, event(id, TIME.plusNanos(1000), "listener-registered", 1, payload, metadata), start),
                link(STREAM, 0, event(id, TIME, "listener-registereD", 1, payload, metadata), start),
                link(STREAM, 0, event(id, TIME, "listener-registered", 2, payload, metadata), start),
                link(STREAM, 0, event(id, TIME, "listener-registered", 1, "{\"a\":2}", metadata), start),
                link(STREAM, 0, event(id, TIME, "listener-registered", 1, payload, Map.of()), start),
                link(STREAM, 0, first, Sha256.of(start.bytes())));

        assertThat(changed).doesNotContain(link(STREAM, 0, first, start)).doesNotHaveDuplicates();
    }

    private static Sha256 link(StreamId stream, long sequence, NewEvent event, Sha256 previous) {
        Sha256 payload = Sha256.of(event.content().payload());
        return EnvelopeHash.link(stream, sequence, event.recordedAt(), event, payload, previous);
    }

    private static NewEvent event(
            String id, Instant at, String type, int revision, String payload, Map<String, String> metadata) {
        EncodedEvent content = new EncodedEvent(type, revision, payload.getBytes(StandardCharsets.UTF_8));
        return new NewEvent(UUID.fromString(id), at, StoredContent.NO_KEY, content, EventMetadata.of(metadata));
    }
}
