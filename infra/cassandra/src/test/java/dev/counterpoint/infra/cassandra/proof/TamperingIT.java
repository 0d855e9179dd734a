package dev.counterpoint.infra.cassandra.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import dev.counterpoint.contracts.eventstore.Appends;
import dev.counterpoint.domain.decision.DecisionContents.Stored;
import dev.counterpoint.domain.decision.DecisionIds;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.proof.Anchors;
import dev.counterpoint.domain.proof.CheckpointSeal;
import dev.counterpoint.domain.proof.Checkpointing;
import dev.counterpoint.domain.proof.Checkpoints;
import dev.counterpoint.domain.proof.InMemoryAnchors;
import dev.counterpoint.domain.proof.MovedHeads;
import dev.counterpoint.domain.proof.VouchedEventLog;
import dev.counterpoint.domain.time.PlatformClock;
import dev.counterpoint.infra.cassandra.Keyspaces;
import dev.counterpoint.infra.cassandra.decisions.CassandraDecisionGroups;
import dev.counterpoint.infra.cassandra.events.CassandraEventLog;
import dev.counterpoint.infra.cassandra.events.CassandraStoredStreams;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.infra.cassandra.session.Sessions;
import dev.counterpoint.query.decision.DecisionDraft;
import dev.counterpoint.query.decision.DecisionLog;
import dev.counterpoint.query.proof.Fault;
import dev.counterpoint.query.proof.Verification;
import dev.counterpoint.query.proof.VerificationReport;
import dev.counterpoint.query.proof.Verifiers;
import dev.counterpoint.query.proof.VerifyingCheckpoints;
import dev.counterpoint.query.proof.VerifyingDecisions;
import dev.counterpoint.query.proof.VerifyingStreams;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody with the rights of a database operator may do to the tables, and whether it is found. */
class TamperingIT {
    private static final Duration RETENTION = Duration.ofDays(400);
    private static final List<String> TABLES = List.of(
            "events",
            "decisions",
            "decision_epochs",
            "checkpoints",
            "checkpoint_heads",
            "checkpoint_writers",
            "chain_sightings");
    private static final PlatformClock CLOCK = new Now();

    private static final Cql CQL = new Cql(Sessions.open(Keyspaces.fresh()));

    private final Cql cql = CQL;
    private final MovedHeads moved = new MovedHeads();
    private final EventLog log = new VouchedEventLog(new CassandraEventLog(cql), moved);
    private final CassandraDecisionGroups groups = new CassandraDecisionGroups(cql, RETENTION);
    private final Checkpoints checkpoints = new CassandraCheckpoints(cql);
    private final Anchors anchors = new InMemoryAnchors();
    private final StreamId stream = StreamId.ofListener("victim");
    private CheckpointSeal seal;
    private Checkpointing checkpointing;

    @BeforeEach
    void writeAndVouch() throws Exception {
        for (String table : TABLES) {
            cql.execute("TRUNCATE " + table);
        }
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        seal = new CheckpointSeal(pair.getPrivate(), pair.getPublic());
        checkpointing = new Checkpointing(moved, checkpoints, anchors, seal, CLOCK, "writer-1");
        log.append(Appends.of(stream, -1, 5));
        log.append(Appends.of(StreamId.ofListener("bystander"), -1, 3));
        decide(3);
        checkpointing.make();
    }

    @Test
    void what_nobody_touched_verifies() {
        VerificationReport report = verify(true);

        assertThat(report.faults()).isEmpty();
        assertThat(report.failure()).isNull();
        assertThat(report.percent()).isEqualTo(100);
        assertThat(report.streams()).isEqualTo(2);
        assertThat(report.events()).isEqualTo(8);
        assertThat(report.decisions()).isEqualTo(3);
        assertThat(report.checkpoints()).isEqualTo(1);
    }

    @Test
    void a_flipped_byte_of_an_event_is_named() {
        flip("events", "payload", "stream = 'l-victim' AND bucket = 0 AND seq = 2");

        assertThat(verify(true).faults()).containsExactly(fault(2, "the content of event 2 is not what was recorded"));
    }

    @Test
    void a_flipped_byte_of_an_envelope_is_named() {
        flip("events", "metadata", "stream = 'l-victim' AND bucket = 0 AND seq = 3");

        assertThat(verify(false).faults()).containsExactly(fault(3, "event 3 is not the one that was recorded here"));
    }

    @Test
    void a_deleted_event_is_named() {
        cql.execute("DELETE FROM events WHERE stream = 'l-victim' AND bucket = 0 AND seq = 2");

        assertThat(verify(false).faults()).containsExactly(fault(2, "event 2 is missing"));
    }

    @Test
    void two_swapped_events_are_named_at_the_first() {
        Row one = eventAt(1);
        Row three = eventAt(3);
        write(one, 3);
        write(three, 1);

        assertThat(verify(false).faults()).containsExactly(fault(1, "event 1 is not the one that was recorded here"));
    }

    @Test
    void a_tail_that_was_cut_off_with_its_head_shows_by_checkpoints_and_not_without() {
        cutTail();

        assertThat(verify(true).faults())
                .containsExactly(fault(3, "the stream is cut off: checkpoint 0 of writer-1 saw event 4"));
        cql.execute("TRUNCATE chain_sightings");
        cql.execute("TRUNCATE checkpoints");
        assertThat(verify(false).faults()).isEmpty();
    }

    @Test
    void a_stream_that_was_deleted_as_a_whole_is_named() {
        cql.execute("DELETE FROM events WHERE stream = 'l-victim' AND bucket = 0");

        assertThat(verify(true).faults())
                .containsExactly(fault(0, "the stream is cut off: checkpoint 0 of writer-1 saw event 4"));
    }

    @Test
    void an_old_backup_shows_by_the_anchors_and_not_without() throws Exception {
        log.append(Appends.of(stream, 4, 2));
        checkpointing.make();
        // What was there when the backup was made: neither the two events nor the checkpoint over them.
        Row last = eventAt(4);
        cql.execute("DELETE FROM events WHERE stream = 'l-victim' AND bucket = 0 AND seq >= 5");
        cql.execute(
                "UPDATE events SET last_seq = 4, head_hash = ?, last_append = ?, last_recorded_at = ?"
                        + " WHERE stream = 'l-victim' AND bucket = 0",
                last.getByteBuffer("chain_hash"),
                last.getUuid("event_id"),
                last.getLong("recorded_at"));
        cql.execute("DELETE FROM chain_sightings WHERE chain = 'l-victim' AND position = 6");
        cql.execute("DELETE FROM checkpoints WHERE writer = 'writer-1' AND number = 1");
        cql.execute("DELETE FROM checkpoint_heads WHERE writer = 'writer-1' AND number = 1");

        assertThat(verify(true).faults())
                .containsExactly(new Fault("checkpoints-writer-1", 1, 0, "checkpoint 1 is missing"));
        assertThat(verify(true, new InMemoryAnchors()).faults()).isEmpty();
    }

    @Test
    void a_checkpoint_that_was_made_up_is_named() {
        flip("checkpoints", "root", "writer = 'writer-1' AND number = 0");

        assertThat(verify(true).faults())
                .extracting(Fault::what)
                .contains(
                        "checkpoint 0 is not signed with the key",
                        "checkpoint 0 is not the one that is anchored",
                        "the heads of checkpoint 0 are not those it was made over");
    }

    @Test
    void a_flipped_byte_of_a_decision_is_named() {
        flip("decisions", "record", "epoch = 1 AND group_number = 1 AND slot = 0");

        assertThat(verify(false).faults())
                .containsExactly(
                        new Fault("decisions-1", 1, 0, "what stands in slot 0 of group 1 is not what was recorded"));
    }

    @Test
    void a_deleted_decision_is_named() {
        cql.execute("DELETE FROM decisions WHERE epoch = 1 AND group_number = 1");

        assertThat(verify(false).faults()).containsExactly(new Fault("decisions-1", 1, 0, "group 1 is missing"));
    }

    @Test
    void the_last_decision_shows_by_checkpoints_and_not_without() {
        cql.execute("DELETE FROM decisions WHERE epoch = 1 AND group_number = 2");

        assertThat(verify(true).faults()).containsExactly(new Fault("decisions-1", 2, 0, "group 2 is missing"));
        cql.execute("TRUNCATE chain_sightings");
        assertThat(verify(false).faults()).isEmpty();
    }

    @Test
    void an_erased_stream_verifies_by_its_head() {
        log.seal(stream);
        log.purge(stream, 4);

        VerificationReport report = verify(true);

        assertThat(report.faults()).isEmpty();
        assertThat(report.erasedStreams()).isEqualTo(1);
        assertThat(report.events()).isEqualTo(3);
    }

    private VerificationReport verify(boolean withCheckpoints) {
        return verify(withCheckpoints, anchors);
    }

    private VerificationReport verify(boolean withCheckpoints, Anchors known) {
        @Nullable
        VerifyingCheckpoints verifying = withCheckpoints ? new VerifyingCheckpoints(checkpoints, known, seal) : null;
        Verification verification = new Verification(
                new Verifiers(
                        new CassandraStoredStreams(cql),
                        new VerifyingStreams(new CassandraEventLog(cql), checkpoints),
                        groups,
                        new VerifyingDecisions(groups, checkpoints),
                        verifying,
                        null),
                CLOCK,
                Duration.ZERO,
                "v");
        verification.run();
        return verification.report();
    }

    private static Fault fault(long position, String what) {
        return new Fault("l-victim", position, 0, what);
    }

    private void cutTail() {
        Row last = eventAt(2);
        cql.execute("DELETE FROM events WHERE stream = 'l-victim' AND bucket = 0 AND seq >= 3");
        cql.execute(
                "UPDATE events SET last_seq = 2, head_hash = ?, last_append = ?, last_recorded_at = ?"
                        + " WHERE stream = 'l-victim' AND bucket = 0",
                last.getByteBuffer("chain_hash"),
                last.getUuid("event_id"),
                last.getLong("recorded_at"));
    }

    private Row eventAt(long sequence) {
        return cql.first(SimpleStatement.newInstance(
                        "SELECT * FROM events WHERE stream = 'l-victim' AND bucket = 0 AND seq = ?", sequence))
                .orElseThrow();
    }

    private void write(Row event, long sequence) {
        cql.execute(
                "INSERT INTO events (stream, bucket, seq, event_id, type, revision, key_id, recorded_at, payload, metadata,"
                        + " payload_hash, chain_hash) VALUES ('l-victim', 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sequence,
                event.getUuid("event_id"),
                event.getString("type"),
                event.getInt("revision"),
                event.getString("key_id"),
                event.getLong("recorded_at"),
                event.getByteBuffer("payload"),
                event.getByteBuffer("metadata"),
                event.getByteBuffer("payload_hash"),
                event.getByteBuffer("chain_hash"));
    }

    private void flip(String table, String column, String where) {
        ByteBuffer content = cql.first(
                        SimpleStatement.newInstance("SELECT " + column + " FROM " + table + " WHERE " + where))
                .orElseThrow()
                .getByteBuffer(0);
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        bytes[bytes.length / 2] ^= 1;
        cql.execute("UPDATE " + table + " SET " + column + " = ? WHERE " + where, ByteBuffer.wrap(bytes));
    }

    /** One after the other, so that each is a group of its own. */
    private void decide(int decisions) throws Exception {
        DecisionIds ids = new DecisionIds(new byte[32]);
        try (DecisionLog decisionLog =
                new DecisionLog(groups, ids, Duration.ofSeconds(10), written -> moved.moved(written.head()))) {
            for (int i = 0; i < decisions; i++) {
                byte[] record = new byte[40];
                record[0] = (byte) i;
                decisionLog
                        .append(new DecisionDraft(stream, CLOCK.now(), null, id -> new Stored(null, record)))
                        .toCompletableFuture()
                        .get(20, TimeUnit.SECONDS);
            }
        }
    }

    private static final class Now implements PlatformClock {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public String name() {
            return "system";
        }
    }
}
