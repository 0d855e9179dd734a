package dev.counterpoint.infra.cassandra.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.contracts.eventstore.Appends;
import dev.counterpoint.contracts.eventstore.NotedCodec;
import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.encryption.InMemoryContentKeys;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.ForwardingEventLog;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;
import dev.counterpoint.domain.eventlog.LoggedHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RepublisherTest {
    private static final StreamId ERASED = StreamId.ofListener("erased");

    @Test
    void the_stream_of_an_erased_listener_holds_up_nobody() {
        Republisher republisher =
                new Republisher(new Erased(), events -> CompletableFuture.failedFuture(new AssertionError()));

        assertThat(republisher.after(ERASED, -1)).isCompletedWithValue(-1L);
        assertThat(republisher.unreadable()).isZero();
    }

    @Test
    void what_was_half_way_written_is_handed_on_too() {
        InMemoryEventLog log = new InMemoryEventLog();
        StreamId stream = Appends.freshStream();
        log.append(Appends.of(stream, -1, 2));
        Append halfWay = Appends.of(stream, 1, 3);
        EventLog settling = new ForwardingEventLog(log) {
            @Override
            public void settle(StreamId asked) {
                log.append(halfWay);
            }
        };
        List<RecordedEvent> published = new ArrayList<>();
        Republisher republisher = new Republisher(
                new LoggedHistory(
                        settling,
                        new EventContents(new NotedCodec(), new ContentProtection(new InMemoryContentKeys()))),
                events -> {
                    published.addAll(events);
                    return CompletableFuture.completedFuture(null);
                });

        assertThat(republisher.after(stream, 1)).isCompletedWithValue(4L);
        assertThat(published).extracting(RecordedEvent::sequence).containsExactly(2L, 3L, 4L);
    }

    private static final class Erased implements EventHistory {
        @Override
        public List<RecordedEvent> after(StreamId stream, long afterSequence, int limit) {
            throw new ContentErasedException(stream);
        }

        @Override
        public long head(StreamId stream) {
            return 3;
        }
    }
}
