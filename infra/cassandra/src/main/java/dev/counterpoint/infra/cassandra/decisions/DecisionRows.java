package dev.counterpoint.infra.cassandra.decisions;

import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.protocol.internal.util.Bytes;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.time.Micros;
import dev.counterpoint.query.decision.LogPosition;
import dev.counterpoint.query.decision.LoggedDecision;
import dev.counterpoint.query.decision.RequestKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decisions as rows. */
final class DecisionRows {
    static final String COLUMNS = "decision_id, stream, served_at, request_id, parameters, record, hash";

    private DecisionRows() {}

    static LoggedDecision decision(LogPosition position, Row row) {
        return new LoggedDecision(
                new DecisionId(text(row, "decision_id")),
                position,
                new StreamId(text(row, "stream")),
                Micros.toInstant(row.getLong("served_at")),
                request(row),
                bytes(row, "record"),
                bytes(row, "hash"));
    }

    private static @Nullable RequestKey request(Row row) {
        String requestId = row.getString("request_id");
        return requestId == null ? null : new RequestKey(requestId, text(row, "parameters"));
    }

    private static String text(Row row, String column) {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static byte[] bytes(Row row, String column) {
        return Bytes.getArray(Objects.requireNonNull(row.getByteBuffer(column), column));
    }
}
