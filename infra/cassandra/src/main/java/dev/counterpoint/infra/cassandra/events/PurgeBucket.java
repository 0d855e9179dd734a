package dev.counterpoint.infra.cassandra.events;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.StreamHead;
import dev.counterpoint.infra.cassandra.session.Cql;

/** Takes events of a bucket away. Conditional, as everything on this table; its head is written again, so that it outlives them. */
final class PurgeBucket {
    private final PreparedStatement head;
    private final PreparedStatement events;

    PurgeBucket(Cql cql) {
        head = cql.prepare(
                "UPDATE events SET last_seq = :now_seq WHERE stream = :stream AND bucket = :bucket IF last_seq = :expected");
        events = cql.prepare("DELETE FROM events WHERE stream = :stream AND bucket = :bucket AND seq <= :through");
    }

    BatchStatement of(StreamId stream, int bucket, StreamHead end, long throughSequence) {
        return BatchStatement.builder(DefaultBatchType.LOGGED)
                .addStatement(head.bind(end.sequence(), stream.value(), bucket, end.sequence()))
                .addStatement(events.bind(stream.value(), bucket, throughSequence))
                .setIdempotence(false)
                .build();
    }
}
