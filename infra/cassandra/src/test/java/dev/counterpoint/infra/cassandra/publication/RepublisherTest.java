package dev.counterpoint.infra.cassandra.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.contracts.eventstore.Appends;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.ForwardingEventLog;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;
import dev.counterpoint.domain.eventlog.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RepublisherTest {
    private final List<StoredEvent> published = new ArrayList<>();
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final StreamId stream = Appends.freshStream();

    @Test
    void the_stream_of_an_erased_listener_holds_up_nobody() {
        log.append(Appends.of(stream, -1, 2));
        log.seal(stream);
        log.purge(stream, 1);

        Republisher republisher = republisher(log);

        assertThat(republisher.after(stream, -1)).isCompletedWithValue(-1L);
        assertThat(published).isEmpty();
        assertThat(republisher.unreadable()).isZero();
    }

    @Test
    void an_event_that_was_changed_in_the_log_is_not_handed_on_and_counted() {
        List<StoredEvent> stored = log.append(Appends.of(stream, -1, 2));
        StoredEvent second = stored.get(1);
        StoredEvent changed =
                new StoredEvent(stream, 1, second.event(), stored.get(0).payloadHash(), second.link());
        Republisher republisher = republisher(new ForwardingEventLog(log) {
            @Override
            public List<StoredEvent> read(StreamId asked, long firstSequence, int limit) {
                return List.of(stored.get(0), changed);
            }
        });

        assertThat(republisher.after(stream, -1)).isCompletedWithValue(-1L);
        assertThat(published).isEmpty();
        assertThat(republisher.unreadable()).isEqualTo(1);
    }

    @Test
    void what_was_half_way_written_is_handed_on_too() {
        log.append(Appends.of(stream, -1, 2));
        Append halfWay = Appends.of(stream, 1, 3);
        EventLog settling = new ForwardingEventLog(log) {
            @Override
            public void settle(StreamId asked) {
                log.append(halfWay);
            }
        };

        Republisher republisher = republisher(settling);

        assertThat(republisher.after(stream, 1)).isCompletedWithValue(4L);
        assertThat(published).extracting(StoredEvent::sequence).containsExactly(2L, 3L, 4L);
    }

    private Republisher republisher(EventLog log) {
        return new Republisher(log, events -> {
            published.addAll(events);
            return CompletableFuture.completedFuture(null);
        });
    }
}
