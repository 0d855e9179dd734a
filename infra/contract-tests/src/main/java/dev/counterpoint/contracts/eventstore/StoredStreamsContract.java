package dev.counterpoint.contracts.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.domain.eventlog.StoredStreams.StreamEnd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every way to walk through all streams promises. */
public abstract class StoredStreamsContract {
    private static final int APPEND = 5;

    /** Fresh, and the one that {@link #streams()} walks through. */
    protected abstract EventLog log();

    /** Asked for after the last write. */
    protected abstract StoredStreams streams();

    private List<StoredEvent> written(StreamId stream, int events) {
        List<StoredEvent> written = new ArrayList<>();
        for (int at = 0; at < events; at += APPEND) {
            written.addAll(log().append(Appends.of(stream, at - 1L, Math.min(APPEND, events - at))));
        }
        return written;
    }

    private Map<StreamId, List<StoredEvent>> writtenStreams() {
        Map<StreamId, List<StoredEvent>> written = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            StreamId stream = Appends.freshStream();
            written.put(stream, written(stream, 1 + 3 * i));
        }
        return written;
    }

    private static Map<StreamId, List<StoredEvent>> walked(StoredStreams streams) {
        Map<StreamId, List<StoredEvent>> walked = new HashMap<>();
        for (int part = 0; part < streams.parts(); part++) {
            streams.walk(
                    part,
                    (stream, events) ->
                            assertThat(walked.put(stream, List.copyOf(events))).isNull());
        }
        return walked;
    }

    private static List<StreamEnd> ends(StoredStreams streams) {
        List<StreamEnd> ends = new ArrayList<>();
        for (int part = 0; part < streams.parts(); part++) {
            streams.forEach(part, ends::add);
        }
        return ends;
    }

    @Test
    void every_stream_comes_once_whole_and_in_order() {
        Map<StreamId, List<StoredEvent>> written = writtenStreams();

        assertThat(walked(streams())).isEqualTo(written);
    }

    @Test
    void every_stream_ends_where_it_is_said_to_or_may_go_on() {
        Map<StreamId, List<StoredEvent>> written = writtenStreams();

        List<StreamEnd> ends = ends(streams());

        assertThat(ends).extracting(StreamEnd::stream).containsExactlyInAnyOrderElementsOf(written.keySet());
        assertThat(ends).allSatisfy(end -> {
            long last = written.getOrDefault(end.stream(), List.of()).size() - 1L;
            assertThat(end.atLeast()).isBetween(0L, last);
            assertThat(end.mayGoOn() || end.atLeast() == last).isTrue();
        });
    }

    @Test
    void a_part_is_told_of_in_the_order_that_it_is_walked_in() {
        writtenStreams();
        StoredStreams streams = streams();

        for (int part = 0; part < streams.parts(); part++) {
            List<StreamId> walked = new ArrayList<>();
            List<StreamId> told = new ArrayList<>();
            streams.walk(part, (stream, events) -> walked.add(stream));
            streams.forEach(part, end -> told.add(end.stream()));
            assertThat(told).isEqualTo(walked);
        }
    }

    @Test
    void a_stream_without_events_is_not_walked() {
        StreamId purged = Appends.freshStream();
        written(purged, 4);
        StreamId whole = Appends.freshStream();
        written(whole, 2);
        log().seal(purged);
        log().purge(purged, 3);

        assertThat(walked(streams())).containsOnlyKeys(whole);
    }
}
