package dev.counterpoint.infra.cassandra.events;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.StreamHead;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.nio.ByteBuffer;

/** Marks the bucket of the next append as one that takes none. */
final class SealBucket {
    private final PreparedStatement statement;

    SealBucket(Cql cql) {
        statement = cql.prepare("UPDATE events SET sealed = true, last_seq = :now_seq,"
                + " last_recorded_at = :last_recorded_at, head_hash = :head_hash"
                + " WHERE stream = :stream AND bucket = :bucket IF last_seq = :expected AND sealed = null");
    }

    /** @param begun whether the bucket has a head already */
    BoundStatement of(StreamId stream, StreamHead head, int bucket, boolean begun) {
        return statement
                .boundStatementBuilder()
                .setLong("now_seq", head.sequence())
                .setLong("last_recorded_at", EventRows.micros(head.recordedAt()))
                .setByteBuffer("head_hash", ByteBuffer.wrap(head.link().bytes()))
                .setString("stream", stream.value())
                .setInt("bucket", bucket)
                .set("expected", begun ? head.sequence() : null, Long.class)
                .setIdempotence(false)
                .build();
    }
}
