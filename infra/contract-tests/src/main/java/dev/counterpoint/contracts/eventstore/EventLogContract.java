package dev.counterpoint.contracts.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.EnvelopeHash;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.NewEvent;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.eventlog.StaleVersionException;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StreamHead;
import dev.counterpoint.domain.eventlog.StreamSealedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an event log promises to one caller. */
public abstract class EventLogContract {
    private EventLog log;
    private StreamId stream;

    /** The log under test; it may hold streams of other tests. */
    protected abstract EventLog log();

    /** How many sequences a partition of the log has, so that edges are looked at. */
    protected int bucketSize() {
        return 8;
    }

    /** How many events the log takes in one append. */
    protected int largestAppend() {
        return Append.MAX_EVENTS;
    }

    @BeforeEach
    void takeAFreshStream() {
        log = log();
        stream = Appends.freshStream();
    }

    @Test
    void what_was_appended_is_read_as_it_was() {
        Append append = Appends.of(stream, -1, 3);

        List<StoredEvent> stored = log.append(append);

        assertThat(stored).extracting(StoredEvent::event).isEqualTo(append.events());
        assertThat(stored).extracting(StoredEvent::sequence).containsExactly(0L, 1L, 2L);
        assertThat(log.read(stream, 0, 100)).isEqualTo(stored);
        assertThat(log.head(stream)).isEqualTo(StreamHead.at(stored.get(2)));
    }

    @Test
    void an_unknown_stream_is_empty() {
        assertThat(log.read(stream, 0, 100)).isEmpty();
        assertThat(log.read(stream, 12_345, 100)).isEmpty();
        assertThat(log.head(stream)).isEqualTo(StreamHead.ofEmpty(stream));
    }

    @Test
    void an_append_of_the_largest_size_is_written_whole() {
        log.append(Appends.of(stream, -1, largestAppend()));

        assertThat(log.read(stream, 0, 1000)).hasSize(largestAppend());
    }

    @Test
    void reading_begins_at_the_sequence_and_ends_at_the_limit() {
        appendOneByOne(6);

        assertThat(sequences(log.read(stream, 2, 100))).containsExactly(2L, 3L, 4L, 5L);
        assertThat(sequences(log.read(stream, 2, 3))).containsExactly(2L, 3L, 4L);
        assertThat(log.read(stream, 6, 100)).isEmpty();
    }

    @Test
    void an_append_that_expects_an_older_version_is_refused_and_writes_nothing() {
        appendOneByOne(3);

        for (long stale : new long[] {-1, 0, 1}) {
            assertThatThrownBy(() -> log.append(Appends.of(stream, stale, 2)))
                    .isInstanceOf(StaleVersionException.class)
                    .hasMessageContaining("at version 2, not " + stale);
        }
        assertThat(log.read(stream, 0, 100)).hasSize(3);
        assertThat(log.head(stream).sequence()).isEqualTo(2);
    }

    @Test
    void an_append_that_expects_a_version_to_come_is_refused() {
        appendOneByOne(3);

        for (long ahead : new long[] {3, 7, bucketSize() - 1, bucketSize(), 100 * bucketSize()}) {
            assertThatThrownBy(() -> log.append(Appends.of(stream, ahead, 1)))
                    .isInstanceOf(StaleVersionException.class);
        }
        assertThat(log.read(stream, 0, 100)).hasSize(3);
    }

    @Test
    void the_same_append_again_writes_nothing_and_answers_as_the_first_time() {
        Append append = Appends.of(stream, -1, 3);
        List<StoredEvent> first = log.append(append);

        assertThat(log.append(append)).isEqualTo(first);
        appendOneByOne(2);
        assertThat(log.append(append)).isEqualTo(first);
        assertThat(log.read(stream, 0, 100)).hasSize(5);
    }

    @Test
    void the_same_append_with_other_times_answers_what_was_written_first() {
        NewEvent event = Appends.anEvent();
        List<StoredEvent> first = log.append(new Append(stream, -1, List.of(event)));
        NewEvent later = new NewEvent(
                event.eventId(), event.recordedAt().plusSeconds(9), event.keyId(), event.content(), event.metadata());

        assertThat(log.append(new Append(stream, -1, List.of(later)))).isEqualTo(first);
    }

    @Test
    void the_same_id_with_other_content_is_refused_and_leaves_what_was_first() {
        NewEvent event = Appends.anEvent();
        List<StoredEvent> first = log.append(new Append(stream, -1, List.of(event)));
        EncodedEvent content = event.content();

        for (NewEvent other : List.of(
                Appends.withOtherContent(event),
                Appends.withContent(event, new EncodedEvent("other-type", content.revision(), content.payload())),
                Appends.withContent(event, new EncodedEvent(content.type(), content.revision() + 1, content.payload())),
                Appends.ofAnotherRequest(event))) {
            assertThatThrownBy(() -> log.append(new Append(stream, -1, List.of(other))))
                    .isInstanceOf(StaleVersionException.class);
        }
        assertThat(log.read(stream, 0, 100)).isEqualTo(first);
    }

    @Test
    void part_of_an_earlier_append_is_not_that_append() {
        Append append = Appends.of(stream, -1, 3);
        log.append(append);
        Append longer = new Append(stream, -1, List.of(append.events().get(0), Appends.anEvent()));

        assertThatThrownBy(() -> log.append(longer)).isInstanceOf(StaleVersionException.class);
    }

    @Test
    void streams_do_not_touch_each_other() {
        StreamId other = Appends.freshStream();
        appendOneByOne(2);
        log.append(Appends.of(other, -1, 5));
        log.seal(other);

        log.append(Appends.of(stream, 1, 1));

        assertThat(sequences(log.read(stream, 0, 100))).containsExactly(0L, 1L, 2L);
        assertThat(log.head(stream).sealed()).isFalse();
        assertThat(sequences(log.read(other, 0, 100))).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void times_never_run_backwards_within_a_stream() {
        NewEvent early = Appends.anEventAt(Appends.MORNING.minus(Duration.ofHours(1)));
        log.append(new Append(stream, -1, List.of(Appends.anEvent())));

        List<StoredEvent> stored = log.append(new Append(stream, 0, List.of(early)));

        assertThat(stored).extracting(StoredEvent::recordedAt).containsExactly(Appends.MORNING);
        assertThat(log.read(stream, 0, 9))
                .extracting(StoredEvent::recordedAt)
                .containsExactly(Appends.MORNING, Appends.MORNING);
    }

    @Test
    void links_chain_every_event_to_the_one_before() {
        appendOneByOne(2);
        log.append(Appends.of(stream, 1, 3));
        log.append(Appends.of(stream, 4, 1));

        Sha256 link = EnvelopeHash.start(stream);
        for (StoredEvent event : log.read(stream, 0, 100)) {
            Sha256 payload = Sha256.of(event.event().content().payload());
            link = EnvelopeHash.link(stream, event.sequence(), event.recordedAt(), event.event(), payload, link);
            assertThat(event.payloadHash()).isEqualTo(payload);
            assertThat(event.link()).isEqualTo(link);
        }
        assertThat(log.head(stream).link()).isEqualTo(link);
    }

    @Test
    void appends_of_any_size_cross_the_edges_of_buckets() {
        Random sizes = new Random(11);
        List<StoredEvent> written = new ArrayList<>();
        while (written.size() < 12 * bucketSizeToCross()) {
            int size = 1 + sizes.nextInt(bucketSizeToCross());
            written.addAll(log.append(Appends.of(stream, written.size() - 1L, size)));
            assertThat(log.head(stream).sequence()).isEqualTo(written.size() - 1L);
        }

        assertThat(log.read(stream, 0, 10_000)).isEqualTo(written);
        for (int first = 0; first <= written.size(); first++) {
            assertThat(log.read(stream, first, 10_000)).isEqualTo(written.subList(first, written.size()));
            int end = Math.min(first + 5, written.size());
            assertThat(log.read(stream, first, 5)).isEqualTo(written.subList(first, end));
        }
    }

    @Test
    void a_sealed_stream_takes_no_more_events_and_keeps_its_head() {
        appendOneByOne(3);

        StreamHead sealed = log.seal(stream);

        assertThat(sealed.sealed()).isTrue();
        assertThat(sealed.sequence()).isEqualTo(2);
        assertThat(log.head(stream)).isEqualTo(sealed);
        assertThat(log.seal(stream)).isEqualTo(sealed);
        assertThatThrownBy(() -> log.append(Appends.of(stream, 2, 1))).isInstanceOf(StreamSealedException.class);
        assertThatThrownBy(() -> log.append(Appends.of(stream, -1, 1))).isInstanceOf(StreamSealedException.class);
        assertThat(log.read(stream, 0, 100)).hasSize(3);
    }

    @Test
    void a_seal_holds_wherever_the_head_stands_to_the_edge_of_a_bucket() {
        for (int events = 0; events <= 2 * bucketSizeToCross() + 1; events++) {
            stream = Appends.freshStream();
            appendInBlocks(events);

            StreamHead sealed = log.seal(stream);

            assertThat(sealed.sequence()).isEqualTo(events - 1);
            assertThat(log.head(stream)).isEqualTo(sealed);
            long head = sealed.sequence();
            for (long expected = -1; expected <= head + bucketSizeToCross(); expected++) {
                Append late = Appends.of(stream, expected, 1);
                assertThatThrownBy(() -> log.append(late))
                        .as("after version %d of a stream sealed at %d", late.expectedVersion(), head)
                        .isInstanceOf(StreamSealedException.class);
            }
            assertThat(log.read(stream, 0, 1000)).hasSize(events);
        }
    }

    @Test
    void a_repeated_append_to_a_sealed_stream_answers_as_the_first_time() {
        Append append = Appends.of(stream, -1, 2);
        List<StoredEvent> first = log.append(append);
        log.seal(stream);

        assertThat(log.append(append)).isEqualTo(first);
    }

    @Test
    void the_head_is_not_reset_when_the_first_events_are_purged() {
        List<StoredEvent> written = appendInBlocks(2 * bucketSizeToCross() + 3);
        long head = written.size() - 1L;

        for (long through = 0; through < head; through++) {
            log.purge(stream, through);

            assertThat(log.head(stream).sequence()).isEqualTo(head);
            assertThat(log.read(stream, 0, 1000)).isEqualTo(written.subList((int) through + 1, written.size()));
        }
    }

    @Test
    void the_head_is_not_reset_when_all_events_are_purged() {
        List<StoredEvent> written = appendInBlocks(2 * bucketSizeToCross() + 3);
        long head = written.size() - 1L;

        log.purge(stream, head);

        assertThat(log.read(stream, 0, 1000)).isEmpty();
        assertThat(log.head(stream)).isEqualTo(StreamHead.at(written.get((int) head)));
        assertThatThrownBy(() -> log.append(Appends.of(stream, -1, 1))).isInstanceOf(StaleVersionException.class);
        StoredEvent next = log.append(Appends.of(stream, head, 1)).get(0);
        assertThat(next.sequence()).isEqualTo(head + 1);
        assertThat(next.link())
                .isEqualTo(EnvelopeHash.link(
                        stream,
                        head + 1,
                        next.recordedAt(),
                        next.event(),
                        next.payloadHash(),
                        written.get((int) head).link()));
        assertThat(log.read(stream, 0, 1000)).containsExactly(next);
    }

    @Test
    void a_purged_and_sealed_stream_stays_sealed() {
        appendInBlocks(bucketSizeToCross() + 2);
        StreamHead sealed = log.seal(stream);

        log.purge(stream, sealed.sequence());

        assertThat(log.head(stream)).isEqualTo(sealed);
        assertThat(log.read(stream, 0, 1000)).isEmpty();
        assertThatThrownBy(() -> log.append(Appends.of(stream, -1, 1))).isInstanceOf(StreamSealedException.class);
    }

    /** Edges are crossed where that takes few events; a log of large buckets is asked the same with small ones beside it. */
    private int bucketSizeToCross() {
        return Math.min(bucketSize(), 8);
    }

    private void appendOneByOne(int count) {
        long head = log.head(stream).sequence();
        for (int i = 0; i < count; i++) {
            log.append(Appends.of(stream, head + i, 1));
        }
    }

    private List<StoredEvent> appendInBlocks(int count) {
        List<StoredEvent> written = new ArrayList<>();
        while (written.size() < count) {
            int size = Math.min(3, count - written.size());
            written.addAll(log.append(Appends.of(stream, written.size() - 1L, size)));
        }
        return written;
    }

    private static List<Long> sequences(List<StoredEvent> events) {
        return events.stream().map(StoredEvent::sequence).toList();
    }
}
