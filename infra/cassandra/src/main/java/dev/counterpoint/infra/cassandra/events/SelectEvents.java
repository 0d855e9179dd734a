package dev.counterpoint.infra.cassandra.events;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the events of a bucket, and with them where it ends. */
final class SelectEvents {
    private static final int PAGE = 1000;

    private final CqlSession session;
    private final PreparedStatement all;
    private final PreparedStatement from;

    SelectEvents(CqlSession session) {
        this.session = session;
        String select = "SELECT seq, " + EventRows.COLUMNS
                + ", last_seq FROM events WHERE stream = :stream AND bucket = :bucket";
        all = session.prepare(select + " LIMIT :atMost");
        from = session.prepare(select + " AND seq >= :first LIMIT :atMost");
    }

    /**
     * @param events oldest first
     * @param end the sequence that the bucket ends with; null where it has not begun, or where no event was found from a sequence on
     */
    record Found(List<StoredEvent> events, @Nullable Long end) {}

    Found everything(StreamId stream, int bucket, int limit, ConsistencyLevel consistency) {
        return run(all.bind(stream.value(), bucket, limit), stream, limit, consistency);
    }

    Found from(StreamId stream, int bucket, long firstSequence, int limit, ConsistencyLevel consistency) {
        return run(from.bind(stream.value(), bucket, firstSequence, limit), stream, limit, consistency);
    }

    private Found run(BoundStatement statement, StreamId stream, int limit, ConsistencyLevel consistency) {
        ResultSet rows = session.execute(statement
                .setConsistencyLevel(consistency)
                .setPageSize(Math.min(limit, PAGE))
                .setIdempotent(true));
        List<StoredEvent> events = new ArrayList<>();
        Long end = null;
        for (Row row : rows) {
            end = row.getLong("last_seq");
            // A bucket without events still has its statics: they come as a row without a sequence.
            if (!row.isNull("seq")) {
                events.add(EventRows.event(stream, row));
            }
        }
        return new Found(events, end);
    }
}
