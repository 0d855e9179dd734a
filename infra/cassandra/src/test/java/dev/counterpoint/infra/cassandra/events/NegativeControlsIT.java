package dev.counterpoint.infra.cassandra.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.contracts.eventstore.Noted;
import dev.counterpoint.contracts.eventstore.NotedCodec;
import dev.counterpoint.contracts.faults.HistoryChecker;
import dev.counterpoint.contracts.faults.HistoryChecker.Findings;
import dev.counterpoint.contracts.faults.Operation;
import dev.counterpoint.contracts.faults.Outcome;
import dev.counterpoint.contracts.faults.Recorder;
import dev.counterpoint.domain.encryption.StoredContent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.EventMetadata;
import dev.counterpoint.domain.eventlog.NewEvent;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StreamHead;
import dev.counterpoint.infra.cassandra.Keyspaces;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Engines that are known to be wrong, each on a real Cassandra: the checker that clears ours must find the fault of each. */
class NegativeControlsIT {
    private static final Buckets SMALL = new Buckets(4);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Cql cql = Keyspaces.shared();
    private final CassandraEventLog log = new CassandraEventLog(cql, SMALL, UntilSettled.STANDARD);
    private final StreamId stream = new StreamId("control-" + UUID.randomUUID());
    private final Recorder recorder = new Recorder();

    @Test
    void ours_is_clean() {
        acknowledged("a", log.append(append("a", -1, 3)));
        acknowledged("b", log.append(append("b", 2, 3)));
        log.seal(stream);
        recorder.sealed(stream);

        assertThat(check().all()).isEmpty();
    }

    @Test
    void the_bucket_of_the_last_event_gives_sequences_out_twice() {
        acknowledged("a", log.append(append("a", -1, 3)));
        StreamHead head = log.head(stream);
        // Both follow the same event: one ends in bucket 0, the other in bucket 1, and neither condition fails.
        acknowledged("b", appendToBucketOfLast(head, append("b", 2, 1), 2L));
        acknowledged("c", appendToBucketOfLast(head, append("c", 2, 3), null));

        assertThat(check().gaps()).isPositive();
    }

    @Test
    void plain_inserts_lose_what_was_acknowledged() {
        for (String intent : List.of("a", "b")) {
            List<StoredEvent> events = StreamHead.ofEmpty(stream).followedBy(append(intent, -1, 2));
            events.forEach(this::insertPlainly);
            acknowledged(intent, events);
        }

        assertThat(check().lost()).isEqualTo(1);
    }

    @Test
    void a_timeout_that_is_taken_for_a_failure_doubles_what_is_tried_again() {
        log.append(append("a", -1, 2));
        // The answer was lost; the caller tries again with ids of a new attempt.
        acknowledged("a", log.append(append("a", 1, 2)));

        assertThat(check().doubled()).isEqualTo(1);
    }

    @Test
    void a_plain_delete_by_a_clock_ahead_hides_what_is_appended_after_it() {
        long ahead = Instant.now().plus(Duration.ofHours(1)).toEpochMilli() * 1_000;
        cql.execute("DELETE FROM events USING TIMESTAMP " + ahead + " WHERE stream = '" + stream + "' AND bucket = 0");
        acknowledged("a", new CassandraEventLog(cql, SMALL, UntilSettled.STANDARD).append(append("a", -1, 2)));

        assertThat(check().lost()).isEqualTo(1);
    }

    @Test
    void what_is_sent_after_the_append_without_an_intent_is_not_sent_by_who_died_between() {
        acknowledged("a", log.append(append("a", -1, 2)));

        Findings findings = new HistoryChecker(log, (of, sequence) -> false).check(recorder);
        assertThat(findings.all()).anyMatch(finding -> finding.contains("never published"));
    }

    @Test
    void a_seal_in_the_bucket_of_the_head_does_not_keep_the_next_bucket_from_beginning() {
        acknowledged("a", log.append(append("a", -1, 4)));
        StreamHead head = log.head(stream);
        assertThat(cql.applied(new SealBucket(cql).of(stream, head, 0, true))).isTrue();
        recorder.sealed(stream);
        acknowledged("b", log.append(append("b", 3, 1)));

        assertThat(check().all()).anyMatch(finding -> finding.contains("behind the seal"));
    }

    private Findings check() {
        return new HistoryChecker(log, (of, sequence) -> true).check(recorder);
    }

    private void acknowledged(String intent, List<StoredEvent> events) {
        recorder.add(new Operation(
                stream, intent, events.size(), events.get(0).sequence(), Outcome.ACKNOWLEDGED, recorder.now()));
    }

    private List<StoredEvent> appendToBucketOfLast(StreamHead head, Append append, @Nullable Long expected) {
        List<StoredEvent> events = head.followedBy(append);
        int bucket = (int) (append.lastSequence() / SMALL.size());
        assertThat(cql.applied(new AppendEvents(cql).of(events, bucket, expected)))
                .isTrue();
        return events;
    }

    private void insertPlainly(StoredEvent event) {
        cql.execute(
                "INSERT INTO events (stream, bucket, seq, last_seq, last_recorded_at, head_hash, event_id, type, revision, key_id,"
                        + " recorded_at, payload, metadata, payload_hash, chain_hash)"
                        + " VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                stream.value(),
                event.sequence(),
                event.sequence(),
                EventRows.micros(event.recordedAt()),
                ByteBuffer.wrap(event.link().bytes()),
                event.eventId(),
                event.event().content().type(),
                event.event().content().revision(),
                event.event().keyId(),
                EventRows.micros(event.recordedAt()),
                ByteBuffer.wrap(event.event().content().payload()),
                ByteBuffer.wrap(event.event().metadata().bytes()),
                ByteBuffer.wrap(event.payloadHash().bytes()),
                ByteBuffer.wrap(event.link().bytes()));
    }

    private Append append(String intent, long expected, int events) {
        List<NewEvent> all = new ArrayList<>();
        IntStream.range(0, events)
                .forEach(i -> all.add(new NewEvent(
                        UUID.randomUUID(),
                        NOON,
                        StoredContent.NO_KEY,
                        new NotedCodec().encode(new Noted(intent + "/" + i)),
                        EventMetadata.of(Map.of()))));
        return new Append(stream, expected, all);
    }
}
