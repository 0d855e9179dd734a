package dev.counterpoint.infra.benchmarks.eventstore;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import dev.counterpoint.infra.embedded.EmbeddedCassandra;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

/** The same statements on the same table by the driver alone, with nothing computed: what the cluster and the driver can do. */
final class RawEvents implements Appending, AutoCloseable {
    private static final int BUCKET = 8192;
    private static final int SCAN_PAGE = 2_000;
    private static final String COLUMNS =
            "event_id, type, revision, key_id, recorded_at, payload, metadata, payload_hash, chain_hash";
    private static final List<String> BLOBS = List.of("payload", "metadata", "payload_hash", "chain_hash");
    private static final ByteBuffer HASH = ByteBuffer.allocate(32);

    private final CqlSession session;
    private final PreparedStatement head;
    private final PreparedStatement event;
    private final PreparedStatement read;
    private final PreparedStatement scan;
    private final ByteBuffer payload;
    private final ByteBuffer metadata;
    /** What was read must be of use to somebody, or it need not be read. */
    private volatile long touched;

    /**
     * @param payloadBytes of an event
     * @param metadataBytes of an event
     */
    RawEvents(InetSocketAddress address, String keyspace, int payloadBytes, int metadataBytes) {
        session = CqlSession.builder()
                .addContactPoint(address)
                .withLocalDatacenter(EmbeddedCassandra.DATACENTER)
                .withKeyspace(keyspace)
                .build();
        head = session.prepare("UPDATE events SET last_seq = ?, last_append = ?, last_recorded_at = ?, head_hash = ?"
                + " WHERE stream = ? AND bucket = ? IF last_seq = ? AND sealed = null");
        event = session.prepare("INSERT INTO events (stream, bucket, seq, " + COLUMNS
                + ") VALUES (?, ?, ?, ?, 'raw', 1, 'none', ?, ?, ?, ?, ?)");
        read = session.prepare("SELECT seq, " + COLUMNS + " FROM events WHERE stream = ? AND bucket = ?");
        scan = session.prepare("SELECT stream, bucket, seq, " + COLUMNS
                + " FROM events WHERE token(stream, bucket) > ? AND token(stream, bucket) <= ?");
        payload = ByteBuffer.allocate(payloadBytes);
        metadata = ByteBuffer.allocate(metadataBytes);
    }

    /** Within the first bucket. */
    @Override
    public void append(String stream, long first, int count) {
        int bucket = 0;
        long last = first + count - 1;
        Long expected = first == 0 ? null : Long.valueOf(first - 1);
        BatchStatementBuilder batch = BatchStatement.builder(DefaultBatchType.LOGGED)
                .addStatement(head.bind(last, MadeUpEvents.idOf(stream, last), last, HASH, stream, bucket, expected));
        for (long seq = first; seq <= last; seq++) {
            batch.addStatement(event.bind(
                    stream, bucket, seq, MadeUpEvents.idOf(stream, seq), seq, payload, metadata, HASH, HASH));
        }
        if (!session.execute(batch.build()).wasApplied()) {
            throw new IllegalStateException("a raw append was not applied: " + stream + " " + first);
        }
    }

    /** @return how many there are, all columns touched */
    long read(String stream, long events) {
        long rows = 0;
        for (int bucket = 0; (long) bucket * BUCKET < events; bucket++) {
            rows += touched(read.bind(stream, bucket));
        }
        return rows;
    }

    /** @return how many events a range of tokens has, all columns touched */
    long scan(int part, int parts) {
        long step = Long.MAX_VALUE / parts - Long.MIN_VALUE / parts;
        long from = Long.MIN_VALUE + part * step;
        long to = part == parts - 1 ? Long.MAX_VALUE : from + step;
        return touched(scan.bind(from, to).setPageSize(SCAN_PAGE));
    }

    private long touched(Statement<?> select) {
        long rows = 0;
        long all = 0;
        for (Row row : session.execute(select)) {
            if (!row.isNull("seq")) {
                rows++;
                all ^= touch(row);
            }
        }
        touched = all;
        return rows;
    }

    private static long touch(Row row) {
        long all = row.getLong("seq") ^ row.getLong("recorded_at") ^ row.getInt("revision");
        all ^= Objects.hash(row.getString("type"), row.getString("key_id"), row.getUuid("event_id"));
        for (String column : BLOBS) {
            ByteBuffer value = row.getByteBuffer(column);
            all ^= value == null ? 0 : value.remaining();
        }
        return all;
    }

    @Override
    public void close() {
        session.close();
    }
}
