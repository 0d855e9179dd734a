package dev.counterpoint.infra.cassandra.snapshots;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.protocol.internal.util.Bytes;
import dev.counterpoint.command.eventstore.Snapshots;
import dev.counterpoint.command.eventstore.StoredSnapshot;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** Snapshots in Cassandra: a partition to a stream, highest sequence first, plain writes. */
public final class CassandraSnapshots implements Snapshots {
    private final Cql cql;
    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement selectSequences;
    private final PreparedStatement deleteBelow;
    private final PreparedStatement deleteAll;

    public CassandraSnapshots(Cql cql) {
        this.cql = cql;
        insert = cql.prepare(
                "INSERT INTO snapshots (stream, seq, taken_at, type, revision, state) VALUES (?, ?, ?, ?, ?, ?)");
        select = cql.prepare(
                "SELECT seq, taken_at, type, revision, state FROM snapshots WHERE stream = ? LIMIT " + KEPT);
        selectSequences = cql.prepare("SELECT seq FROM snapshots WHERE stream = ? LIMIT " + (KEPT + 1));
        deleteBelow = cql.prepare("DELETE FROM snapshots WHERE stream = ? AND seq < ?");
        deleteAll = cql.prepare("DELETE FROM snapshots WHERE stream = ?");
    }

    @Override
    public void store(StoredSnapshot snapshot) {
        EncodedEvent state = snapshot.state();
        cql.execute(insert.bind(
                        snapshot.stream().value(),
                        snapshot.sequence(),
                        ChronoUnit.MICROS.between(Instant.EPOCH, snapshot.takenAt()),
                        state.type(),
                        state.revision(),
                        ByteBuffer.wrap(state.payload()))
                .setIdempotent(true));
        forgetSurplus(snapshot.stream());
    }

    private void forgetSurplus(StreamId stream) {
        List<Row> there = cql.all(selectSequences.bind(stream.value()).setIdempotent(true));
        if (there.size() > KEPT) {
            long lowestKept = there.get(KEPT - 1).getLong("seq");
            cql.execute(deleteBelow.bind(stream.value(), lowestKept).setIdempotent(true));
        }
    }

    @Override
    public List<StoredSnapshot> of(StreamId stream) {
        return cql.all(select.bind(stream.value()).setIdempotent(true)).stream()
                .map(row -> snapshot(stream, row))
                .toList();
    }

    @Override
    public void forget(StreamId stream) {
        cql.execute(deleteAll.bind(stream.value()).setIdempotent(true));
    }

    private static StoredSnapshot snapshot(StreamId stream, Row row) {
        ByteBuffer state = Objects.requireNonNull(row.getByteBuffer("state"), "state");
        return new StoredSnapshot(
                stream,
                row.getLong("seq"),
                Instant.EPOCH.plus(row.getLong("taken_at"), ChronoUnit.MICROS),
                new EncodedEvent(
                        Objects.requireNonNull(row.getString("type"), "type"),
                        row.getInt("revision"),
                        Bytes.getArray(state)));
    }
}
