package dev.counterpoint.infra.cassandra.events;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.StreamHead;
import dev.counterpoint.infra.cassandra.session.Cql;
import org.jspecify.annotations.Nullable;

/** Reads where a bucket ends. */
final class SelectHead {
    private final Cql cql;
    private final PreparedStatement statement;

    SelectHead(Cql cql) {
        this.cql = cql;
        statement = cql.prepare("SELECT DISTINCT stream, bucket, " + EventRows.STATICS
                + " FROM events WHERE stream = ? AND bucket = ?");
    }

    /** @return null where the bucket has not begun */
    @Nullable
    StreamHead of(StreamId stream, int bucket, ConsistencyLevel consistency) {
        BoundStatement query = statement
                .bind(stream.value(), bucket)
                .setConsistencyLevel(consistency)
                .setIdempotent(true);
        return cql.first(query)
                .filter(row -> !row.isNull("last_seq"))
                .map(EventRows::head)
                .orElse(null);
    }
}
