package dev.counterpoint.infra.cassandra.decisions;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.query.decision.LoggedDecision;
import dev.counterpoint.query.decision.RequestKey;
import java.nio.ByteBuffer;

/** Writes a decision into its slot, and with it what its group is chained to. */
final class InsertDecision {
    private final PreparedStatement insert;

    InsertDecision(Cql cql) {
        insert = cql.prepare(
                "INSERT INTO decisions (epoch, group_number, slot, previous_hash, decision_id, stream,"
                        + " served_at, request_id, parameters, record, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) USING TTL ?");
    }

    Statement<?> of(LoggedDecision entry, byte[] previousHash, int retentionSeconds) {
        RequestKey request = entry.request();
        return insert.bind(
                        entry.position().epoch(),
                        entry.position().group(),
                        entry.position().slot(),
                        ByteBuffer.wrap(previousHash),
                        entry.id().value(),
                        entry.stream().value(),
                        Micros.of(entry.servedAt()),
                        request == null ? null : request.requestId(),
                        request == null ? null : request.parameters(),
                        ByteBuffer.wrap(entry.record()),
                        ByteBuffer.wrap(entry.hash()),
                        retentionSeconds)
                .setIdempotent(true);
    }
}
