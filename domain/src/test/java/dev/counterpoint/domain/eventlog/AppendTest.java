package dev.counterpoint.domain.eventlog;

import static dev.counterpoint.domain.eventlog.LogEvents.STREAM;
import static dev.counterpoint.domain.eventlog.LogEvents.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AppendTest {
    private static final int METADATA_BYTES = 4;
    private static final int ROOM = Append.MAX_BYTES - METADATA_BYTES;

    @Test
    void events_get_the_sequences_after_the_expected_version() {
        Append append = new Append(STREAM, 6, List.of(anEvent(), anEvent()));

        assertThat(append.firstSequence()).isEqualTo(7);
        assertThat(append.lastSequence()).isEqualTo(8);
    }

    @Test
    void as_many_events_as_allowed_are_taken_and_one_more_is_refused() {
        assertThat(new Append(STREAM, -1, events(Append.MAX_EVENTS)).events()).hasSize(128);
        assertThatThrownBy(() -> new Append(STREAM, -1, events(Append.MAX_EVENTS + 1)))
                .isInstanceOf(TooManyEventsException.class)
                .hasMessage("129 events for stream l-golden, at most 128 are allowed");
    }

    @Test
    void an_event_as_large_as_allowed_is_taken_and_one_byte_more_is_refused() {
        assertThat(anEvent(ROOM).size()).isEqualTo(Append.MAX_BYTES);
        assertThatThrownBy(() -> anEvent(ROOM + 1))
                .isInstanceOf(EventTooLargeException.class)
                .hasMessageContaining("of type said has 262145 bytes, at most 262144 are allowed");
    }

    @Test
    void events_as_large_together_as_allowed_are_taken_and_one_byte_more_is_refused() {
        int half = Append.MAX_BYTES / 2 - METADATA_BYTES;
        assertThat(new Append(STREAM, -1, List.of(anEvent(half), anEvent(half))).events())
                .hasSize(2);
        assertThatThrownBy(() -> new Append(STREAM, -1, List.of(anEvent(half), anEvent(half + 1))))
                .isInstanceOf(AppendTooLargeException.class)
                .hasMessageContaining("262145 bytes together");
    }

    @Test
    void an_id_that_stands_twice_is_refused() {
        NewEvent event = anEvent();

        assertThatThrownBy(() -> new Append(STREAM, -1, List.of(event, anEvent(), event)))
                .isInstanceOf(RepeatedEventIdException.class)
                .hasMessageContaining(event.eventId().toString());
    }

    @Test
    void an_append_of_nothing_or_after_nowhere_is_refused() {
        assertThatThrownBy(() -> new Append(STREAM, -1, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Append(STREAM, -2, List.of(anEvent())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_append_knows_its_own_events_by_place_id_and_content() {
        Append append = new Append(STREAM, -1, events(3));
        List<StoredEvent> stored = StreamHead.ofEmpty(STREAM).followedBy(append);
        Append elsewhere = new Append(STREAM, 0, append.events());

        assertThat(append.isRecordedAs(stored)).isTrue();
        assertThat(append.isRecordedAs(stored.subList(0, 2))).isFalse();
        assertThat(elsewhere.isRecordedAs(stored)).isFalse();
        assertThat(new Append(STREAM, -1, events(3)).isRecordedAs(stored)).isFalse();
    }

    @Test
    void times_are_cut_to_whole_microseconds() {
        NewEvent event = LogEvents.anEventAt(Instant.parse("2026-03-01T08:00:00.123456789Z"), 1);

        assertThat(event.recordedAt()).isEqualTo(LogEvents.TIME);
    }

    private static List<NewEvent> events(int count) {
        return IntStream.range(0, count).mapToObj(i -> anEvent()).toList();
    }
}
