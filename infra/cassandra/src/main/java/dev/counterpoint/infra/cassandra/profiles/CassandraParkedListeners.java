package dev.counterpoint.infra.cassandra.profiles;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.query.profile.Parked;
import dev.counterpoint.query.profile.ParkedListeners;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Parked listeners and skipped events as rows of one partition each. */
public final class CassandraParkedListeners implements ParkedListeners {
    private static final int SHARD = 0;

    private final Cql cql;
    private final PreparedStatement insert;
    private final PreparedStatement select;
    private final PreparedStatement delete;
    private final PreparedStatement insertSkipped;
    private final PreparedStatement selectSkipped;

    public CassandraParkedListeners(Cql cql) {
        this.cql = cql;
        insert = cql.prepare("INSERT INTO parked_listeners (shard, stream, seq, event_id, reason, parked_at) VALUES ("
                + SHARD + ", ?, ?, ?, ?, ?)");
        select = cql.prepare(
                "SELECT stream, seq, event_id, reason, parked_at FROM parked_listeners WHERE shard = " + SHARD);
        delete = cql.prepare("DELETE FROM parked_listeners WHERE shard = " + SHARD + " AND stream = ?");
        insertSkipped = cql.prepare(
                "INSERT INTO skipped_events (shard, event_id, stream, seq, reason) VALUES (" + SHARD + ", ?, ?, ?, ?)");
        selectSkipped = cql.prepare("SELECT event_id FROM skipped_events WHERE shard = " + SHARD);
    }

    @Override
    public void park(Parked parked) {
        cql.execute(insert.bind(
                        parked.stream().value(),
                        parked.sequence(),
                        parked.eventId(),
                        parked.reason(),
                        Micros.of(parked.parkedAt()))
                .setIdempotent(true));
    }

    @Override
    public List<Parked> all() {
        return cql.all(select.bind().setIdempotent(true)).stream()
                .map(CassandraParkedListeners::parked)
                .toList();
    }

    @Override
    public void release(StreamId stream) {
        cql.execute(delete.bind(stream.value()).setIdempotent(true));
    }

    @Override
    public void skip(Parked parked) {
        cql.execute(insertSkipped
                .bind(parked.eventId(), parked.stream().value(), parked.sequence(), parked.reason())
                .setIdempotent(true));
    }

    @Override
    public Set<UUID> skipped() {
        return cql.all(selectSkipped.bind().setIdempotent(true)).stream()
                .map(row -> Objects.requireNonNull(row.getUuid("event_id")))
                .collect(Collectors.toSet());
    }

    private static Parked parked(Row row) {
        return new Parked(
                new StreamId(Objects.requireNonNull(row.getString("stream"))),
                row.getLong("seq"),
                Objects.requireNonNull(row.getUuid("event_id")),
                Objects.requireNonNull(row.getString("reason")),
                Micros.toInstant(row.getLong("parked_at")));
    }
}
