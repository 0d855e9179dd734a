package dev.counterpoint.infra.cassandra.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.contracts.eventstore.Appends;
import dev.counterpoint.contracts.eventstore.NotedCodec;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.encryption.InMemoryContentKeys;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.infra.cassandra.Keyspaces;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.infra.cassandra.session.Sessions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CassandraListenerStreamsIT {
    private final Cql cql = new Cql(Sessions.open(Keyspaces.fresh()));
    private final CassandraEventLog log =
            new CassandraEventLog(cql, SmallBucketsEventLogIT.SMALL, UntilSettled.STANDARD);
    private final CassandraListenerStreams streams = new CassandraListenerStreams(
            cql,
            new EventContents(new NotedCodec(), new ContentProtection(new InMemoryContentKeys())),
            SmallBucketsEventLogIT.SMALL);

    private void append(StreamId stream, int events) {
        for (int at = 0; at < events; at += 5) {
            log.append(Appends.of(stream, at - 1L, Math.min(5, events - at)));
        }
    }

    @Test
    void every_listener_comes_once_whole_and_in_order_and_nobody_else() {
        Map<StreamId, Integer> written = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            written.put(StreamId.ofListener("walk-" + UUID.randomUUID()), 1 + 3 * i);
        }
        written.forEach(this::append);
        append(Appends.freshStream(), 12);

        Map<StreamId, List<RecordedEvent>> walked = new HashMap<>();
        for (int part = 0; part < streams.parts(); part++) {
            streams.walk(
                    part,
                    (stream, events) ->
                            assertThat(walked.put(stream, List.copyOf(events))).isNull());
        }

        assertThat(walked.keySet()).isEqualTo(written.keySet());
        walked.forEach((stream, events) -> assertThat(
                        events.stream().map(RecordedEvent::sequence).toList())
                .containsExactlyElementsOf(
                        LongStream.range(0, written.get(stream)).boxed().toList()));
    }

    @Test
    void the_ranges_of_the_parts_meet_and_cover_all_tokens() {
        assertThat(CassandraListenerStreams.tokenBefore(0)).isEqualTo(Long.MIN_VALUE);
        assertThat(CassandraListenerStreams.tokenBefore(streams.parts())).isEqualTo(Long.MAX_VALUE);
        for (int part = 0; part < streams.parts(); part++) {
            assertThat(CassandraListenerStreams.tokenBefore(part))
                    .isLessThan(CassandraListenerStreams.tokenBefore(part + 1));
        }
    }
}
