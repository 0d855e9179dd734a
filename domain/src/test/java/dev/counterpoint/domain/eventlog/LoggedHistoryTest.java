package dev.counterpoint.domain.eventlog;

import static dev.counterpoint.domain.eventlog.LogEvents.STREAM;
import static dev.counterpoint.domain.eventlog.LogEvents.TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.encryption.ContentProtection;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.encryption.InMemoryContentKeys;
import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.UnreadableEventException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LoggedHistoryTest {
    private final InMemoryEventLog log = new InMemoryEventLog();
    private final LoggedHistory history = new LoggedHistory(
            log, new EventContents(new LogEvents.SaidCodec(), new ContentProtection(new InMemoryContentKeys())));

    @Test
    void events_are_decoded_with_their_place_and_metadata() {
        NewEvent said = said("hello");
        log.append(new Append(STREAM, -1, List.of(said)));

        assertThat(history.after(STREAM, -1, 10))
                .containsExactly(new RecordedEvent(
                        STREAM, 0, said.eventId(), TIME, new LogEvents.Said("hello"), Map.of("correlationId", "c-1")));
    }

    @Test
    void reading_goes_on_after_a_sequence_up_to_the_limit() {
        log.append(new Append(STREAM, -1, List.of(said("a"), said("b"), said("c"), said("d"))));

        assertThat(history.after(STREAM, 0, 2))
                .extracting(RecordedEvent::sequence)
                .containsExactly(1L, 2L);
        assertThat(history.after(STREAM, 3, 2)).isEmpty();
    }

    @Test
    void the_head_is_that_of_the_log() {
        assertThat(history.head(STREAM)).isEqualTo(-1);
        log.append(new Append(STREAM, -1, List.of(said("a"), said("b"))));

        assertThat(history.head(STREAM)).isEqualTo(1);
    }

    @Test
    void a_payload_that_is_not_what_was_recorded_is_refused() {
        NewEvent said = said("hello");
        log.append(new Append(STREAM, -1, List.of(said)));
        said.content().payload()[0] ^= 1;

        assertThatThrownBy(() -> history.after(STREAM, -1, 10))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("event 0 of stream l-golden is not what was recorded");
    }

    private static NewEvent said(String words) {
        EncodedEvent content = new LogEvents.SaidCodec().encode(new LogEvents.Said(words));
        return new NewEvent(
                UUID.randomUUID(),
                TIME,
                StoredContent.NO_KEY,
                content,
                EventMetadata.of(Map.of("correlationId", "c-1")));
    }
}
