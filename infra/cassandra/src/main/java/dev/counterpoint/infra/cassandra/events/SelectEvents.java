package dev.counterpoint.infra.cassandra.events;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the events of a bucket, and with them where it ends. */
final class SelectEvents {
    private static final int PAGE = 1000;

    private final Cql cql;
    private final PreparedStatement all;
    private final PreparedStatement from;

    SelectEvents(Cql cql) {
        this.cql = cql;
        String select = "SELECT seq, " + EventRows.COLUMNS
                + ", last_seq FROM events WHERE stream = :stream AND bucket = :bucket";
        all = cql.prepare(select + " LIMIT :atMost");
        from = cql.prepare(select + " AND seq >= :first LIMIT :atMost");
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
        Rows rows = new Rows(stream);
        cql.forEach(
                statement
                        .setConsistencyLevel(consistency)
                        .setPageSize(Math.min(limit, PAGE))
                        .setIdempotent(true),
                rows::take);
        return new Found(rows.events, rows.end);
    }

    private static final class Rows {
        private final StreamId stream;
        private final List<StoredEvent> events = new ArrayList<>();
        private @Nullable Long end;

        Rows(StreamId stream) {
            this.stream = stream;
        }

        void take(Row row) {
            end = row.getLong("last_seq");
            // A bucket without events still has its statics: they come as a row without a sequence.
            if (!row.isNull("seq")) {
                events.add(EventRows.event(stream, row));
            }
        }
    }
}
