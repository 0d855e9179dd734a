package dev.counterpoint.infra.cassandra.events;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.EventMetadata;
import dev.counterpoint.domain.eventlog.NewEvent;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StreamHead;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Rows of the events table, to and fro. */
final class EventRows {
    static final String COLUMNS =
            "event_id, type, revision, key_id, recorded_at, payload, metadata, payload_hash, chain_hash";
    static final String STATICS = "last_seq, last_recorded_at, head_hash, sealed";

    private EventRows() {}

    static BoundStatement bind(BoundStatementBuilder row, StoredEvent event, int bucket) {
        NewEvent content = event.event();
        return row.setString("stream", event.stream().value())
                .setInt("bucket", bucket)
                .setLong("seq", event.sequence())
                .setUuid("event_id", content.eventId())
                .setString("type", content.content().type())
                .setInt("revision", content.content().revision())
                .setString("key_id", content.keyId())
                .setLong("recorded_at", micros(content.recordedAt()))
                .setByteBuffer("payload", ByteBuffer.wrap(content.content().payload()))
                .setByteBuffer("metadata", ByteBuffer.wrap(content.metadata().bytes()))
                .setByteBuffer(
                        "payload_hash", ByteBuffer.wrap(event.payloadHash().bytes()))
                .setByteBuffer("chain_hash", ByteBuffer.wrap(event.link().bytes()))
                .build();
    }

    static StoredEvent event(StreamId stream, Row row) {
        EncodedEvent content = new EncodedEvent(text(row, "type"), row.getInt("revision"), bytes(row, "payload"));
        NewEvent event = new NewEvent(
                Objects.requireNonNull(row.getUuid("event_id"), "event_id"),
                instant(row.getLong("recorded_at")),
                text(row, "key_id"),
                content,
                new EventMetadata(bytes(row, "metadata")));
        return new StoredEvent(
                stream,
                row.getLong("seq"),
                event,
                new Sha256(bytes(row, "payload_hash")),
                new Sha256(bytes(row, "chain_hash")));
    }

    /** @param row with the statics of a bucket that has some */
    static StreamHead head(Row row) {
        return new StreamHead(
                row.getLong("last_seq"),
                instant(row.getLong("last_recorded_at")),
                new Sha256(bytes(row, "head_hash")),
                row.getBoolean("sealed"));
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static String text(Row row, String column) {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static byte[] bytes(Row row, String column) {
        ByteBuffer value = Objects.requireNonNull(row.getByteBuffer(column), column);
        byte[] bytes = new byte[value.remaining()];
        value.get(bytes);
        return bytes;
    }
}
