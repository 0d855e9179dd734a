package dev.counterpoint.domain.eventlog;

import static dev.counterpoint.domain.eventlog.LogEvents.STREAM;
import static dev.counterpoint.domain.eventlog.LogEvents.TIME;
import static dev.counterpoint.domain.eventlog.LogEvents.anEvent;
import static dev.counterpoint.domain.eventlog.LogEvents.anEventAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StreamHeadTest {

    @Test
    void each_event_is_chained_to_the_one_before() {
        Append append = new Append(STREAM, -1, List.of(anEvent(), anEvent()));

        List<StoredEvent> stored = StreamHead.ofEmpty(STREAM).followedBy(append);

        Sha256 first = link(stored.get(0), EnvelopeHash.start(STREAM));
        assertThat(stored.get(0).link()).isEqualTo(first);
        assertThat(stored.get(1).link()).isEqualTo(link(stored.get(1), first));
    }

    @Test
    void an_event_of_a_clock_that_is_behind_gets_the_time_of_the_event_before() {
        Append append = new Append(STREAM, -1, List.of(anEvent(), anEventAt(TIME.minusSeconds(5), 1)));

        List<StoredEvent> stored = StreamHead.ofEmpty(STREAM).followedBy(append);

        assertThat(stored).extracting(StoredEvent::recordedAt).containsExactly(TIME, TIME);
        assertThat(stored.get(1).link())
                .isEqualTo(link(stored.get(1), stored.get(0).link()));
    }

    @Test
    void an_append_that_expects_another_version_does_not_follow() {
        Append append = new Append(STREAM, 3, List.of(anEvent()));

        assertThatThrownBy(() -> StreamHead.ofEmpty(STREAM).followedBy(append))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Sha256 link(StoredEvent event, Sha256 previous) {
        return EnvelopeHash.link(
                STREAM, event.sequence(), event.recordedAt(), event.event(), event.payloadHash(), previous);
    }
}
