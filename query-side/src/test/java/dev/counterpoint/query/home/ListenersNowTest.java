package dev.counterpoint.query.home;

import static dev.counterpoint.query.SmallPlatform.listener;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.encryption.ContentErasedException;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.event.UnreadableEventException;
import dev.counterpoint.query.profile.CurrentProfiles;
import dev.counterpoint.query.profile.InMemoryProfiles;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListenersNowTest {
    private static final StreamId ANNA = listener("anna");

    private final ExecutorService readers = Executors.newSingleThreadExecutor();
    private final ExecutorService aside = Executors.newSingleThreadExecutor();

    @AfterEach
    void close() {
        readers.shutdownNow();
        aside.shutdownNow();
    }

    @Test
    void aListenerWithAnEventThatCannotBeRead_getsAPageAllTheSame() {
        ListenersNow.Seen seen = listenersWhoseHistoryFailsWith(
                        new UnreadableEventException("broken by the test", null))
                .look(ANNA);

        assertThat(seen.inTime()).isFalse();
        assertThat(seen.profile().sequence()).isEqualTo(-1);
    }

    @Test
    void anErasedListener_getsNone() {
        assertThatThrownBy(() -> listenersWhoseHistoryFailsWith(new ContentErasedException(ANNA))
                        .look(ANNA))
                .isInstanceOf(ContentErasedException.class);
    }

    private ListenersNow listenersWhoseHistoryFailsWith(RuntimeException fault) {
        EventHistory failing = new EventHistory() {
            @Override
            public List<RecordedEvent> after(StreamId stream, long afterSequence, int limit) {
                throw fault;
            }

            @Override
            public long head(StreamId stream) {
                throw fault;
            }
        };
        return new ListenersNow(
                new CurrentProfiles(new InMemoryProfiles(), failing, 1_000_000, aside),
                readers,
                Duration.ofSeconds(10));
    }
}
