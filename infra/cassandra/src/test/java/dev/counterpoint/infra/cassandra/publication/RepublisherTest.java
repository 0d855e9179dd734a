package dev.counterpoint.infra.cassandra.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
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
