package dev.counterpoint.infra.cassandra.events;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the events of an append and the new head of their bucket, on the condition that the bucket ends where the append expects. */
final class AppendEvents {
    private final PreparedStatement head;
    private final PreparedStatement event;

    AppendEvents(Cql cql) {
        head = cql.prepare("UPDATE events SET last_seq = :now_seq, last_append = :last_append,"
                + " last_recorded_at = :last_recorded_at, head_hash = :head_hash"
                + " WHERE stream = :stream AND bucket = :bucket IF last_seq = :expected AND sealed = null");
        event = cql.prepare("INSERT INTO events (stream, bucket, seq, " + EventRows.COLUMNS
                + ") VALUES (:stream, :bucket, :seq, :event_id, :type, :revision, :key_id, :recorded_at, :payload,"
                + " :metadata, :payload_hash, :chain_hash)");
    }

    /**
     * @param events at least one, of one stream
     * @param expected where the bucket ends now, null where it has not begun
     */
    BatchStatement of(List<StoredEvent> events, int bucket, @Nullable Long expected) {
        BatchStatementBuilder batch = BatchStatement.builder(DefaultBatchType.LOGGED)
                .addStatement(newHead(events.get(events.size() - 1), bucket, expected));
        events.forEach(row -> batch.addStatement(EventRows.bind(event.boundStatementBuilder(), row, bucket)));
        // Sent again blindly, a batch whose first try was applied would look like a conflict.
        return batch.setIdempotence(false).build();
    }

    private BoundStatement newHead(StoredEvent last, int bucket, @Nullable Long expected) {
        return head.boundStatementBuilder()
                .setLong("now_seq", last.sequence())
                .setUuid("last_append", last.eventId())
                .setLong("last_recorded_at", EventRows.micros(last.recordedAt()))
                .setByteBuffer("head_hash", ByteBuffer.wrap(last.link().bytes()))
                .setString("stream", last.stream().value())
                .setInt("bucket", bucket)
                .set("expected", expected, Long.class)
                .build();
    }
}
