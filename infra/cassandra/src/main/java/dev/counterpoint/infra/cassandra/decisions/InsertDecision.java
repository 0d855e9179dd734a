package dev.counterpoint.infra.cassandra.decisions;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.query.decision.LoggedDecision;
import java.nio.ByteBuffer;

/** Writes a decision into its slot, and with it what its group is chained to. */
final class InsertDecision {
    private final PreparedStatement insert;

    InsertDecision(Cql cql) {
        insert = cql.prepare("INSERT INTO decisions (epoch, group_number, slot, previous_hash, decision_id, stream,"
                + " served_at, key_id, record, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) USING TTL ?");
    }

    Statement<?> of(LoggedDecision entry, byte[] previousHash, int retentionSeconds) {
        return insert.bind(
                        entry.position().epoch(),
                        entry.position().group(),
                        entry.position().slot(),
                        ByteBuffer.wrap(previousHash),
                        entry.id().value(),
                        entry.stream().value(),
                        Micros.of(entry.servedAt()),
                        entry.record().keyId(),
                        ByteBuffer.wrap(entry.record().bytes()),
                        ByteBuffer.wrap(entry.hash()),
                        retentionSeconds)
                .setIdempotent(true);
    }
}
