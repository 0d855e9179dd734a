package dev.counterpoint.infra.cassandra.decisions;

import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.protocol.internal.util.Bytes;
import dev.counterpoint.domain.decision.DecisionContents.Stored;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.query.decision.LogPosition;
import dev.counterpoint.query.decision.LoggedDecision;
import java.util.Objects;

/** Decisions as rows. */
final class DecisionRows {
    static final String COLUMNS = "decision_id, stream, served_at, key_id, record, hash";

    private DecisionRows() {}

    static LoggedDecision decision(LogPosition position, Row row) {
        return new LoggedDecision(
                new DecisionId(text(row, "decision_id")),
                position,
                new StreamId(text(row, "stream")),
                Micros.toInstant(row.getLong("served_at")),
                null,
                stored(row),
                bytes(row, "hash"));
    }

    static Stored stored(Row row) {
        return new Stored(row.getString("key_id"), bytes(row, "record"));
    }

    private static String text(Row row, String column) {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static byte[] bytes(Row row, String column) {
        return Bytes.getArray(Objects.requireNonNull(row.getByteBuffer(column), column));
    }
}
