package dev.counterpoint.training.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.encryption.InMemoryContentKeys;
import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.EventMetadata;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;
import dev.counterpoint.domain.eventlog.NewEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DecodedListenerStreamsTest {
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final InMemoryContentKeys keys = new InMemoryContentKeys();
    private final HummedCodec codec = new HummedCodec();
    private final ContentProtection protection = new ContentProtection(keys);
    private final EventContents contents = new EventContents(codec, protection);
    private final DecodedListenerStreams streams = new DecodedListenerStreams(log, contents);

    private record Hummed(String tune) implements DomainEvent {}

    private static final class HummedCodec implements EventCodec {
        @Override
        public EncodedEvent encode(DomainEvent event) {
            return new EncodedEvent("hummed", 1, ((Hummed) event).tune().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public DomainEvent decode(EncodedEvent encoded) {
            return new Hummed(new String(encoded.payload(), StandardCharsets.UTF_8));
        }
    }

    private void hum(StreamId stream, String... tunes) {
        List<NewEvent> events = new ArrayList<>();
        for (String tune : tunes) {
            UUID id = UUID.nameUUIDFromBytes(tune.getBytes(StandardCharsets.UTF_8));
            StoredContent content = protection.protect(stream, id, codec.encode(new Hummed(tune)));
            events.add(new NewEvent(id, Instant.EPOCH, content.keyId(), content.content(), EventMetadata.of(Map.of())));
        }
        log.append(new Append(stream, -1, events));
    }

    private Map<StreamId, List<DomainEvent>> walked() {
        Map<StreamId, List<DomainEvent>> walked = new HashMap<>();
        for (int part = 0; part < streams.parts(); part++) {
            streams.walk(
                    part,
                    (stream, events) -> walked.put(
                            stream, events.stream().map(RecordedEvent::event).toList()));
        }
        return walked;
    }

    @Test
    void listeners_are_read_in_order_and_nobody_else() {
        StreamId one = StreamId.ofListener("one");
        StreamId other = StreamId.ofListener("other");
        hum(one, "a", "b", "c");
        hum(other, "d");
        hum(new StreamId("catalog-7"), "e");

        assertThat(walked())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        one,
                        List.of(new Hummed("a"), new Hummed("b"), new Hummed("c")),
                        other,
                        List.of(new Hummed("d"))));
    }

    @Test
    void a_listener_whose_key_is_gone_is_passed_over_though_the_events_are_there() {
        StreamId staying = StreamId.ofListener("staying");
        StreamId erased = StreamId.ofListener("erased");
        hum(staying, "a");
        hum(erased, "b", "c");
        keys.destroy(erased);

        assertThat(walked()).containsOnlyKeys(staying);
    }
}
