package dev.counterpoint.infra.cassandra.events;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.StreamHead;
import org.jspecify.annotations.Nullable;

/** Reads where a bucket ends. */
final class SelectHead {
    private final CqlSession session;
    private final PreparedStatement statement;

    SelectHead(CqlSession session) {
        this.session = session;
        statement = session.prepare("SELECT DISTINCT stream, bucket, " + EventRows.STATICS
                + " FROM events WHERE stream = ? AND bucket = ?");
    }

    /** @return null where the bucket has not begun */
    @Nullable
    StreamHead of(StreamId stream, int bucket, ConsistencyLevel consistency) {
        Row row = session.execute(statement
                        .bind(stream.value(), bucket)
                        .setConsistencyLevel(consistency)
                        .setIdempotent(true))
                .one();
        return row == null || row.isNull("last_seq") ? null : EventRows.head(row);
    }
}
