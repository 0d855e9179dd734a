package dev.counterpoint.infra.benchmarks.load;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.cassandra.session.CassandraSettings;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * What the driver itself can do: one event appended by one conditional batch, to a table like that of events in a keyspace of its own, and
 * nothing else.
 */
final class RawAppends implements AutoCloseable {
    private static final String KEYSPACE = "raw_appends";
    private static final String DATACENTER = "datacenter1";
    private static final ByteBuffer HASH = ByteBuffer.allocate(32);

    private final CqlSession session;
    private final PreparedStatement head;
    private final PreparedStatement event;
    private final ByteBuffer payload;

    /** @param payloadBytes of an event */
    RawAppends(InetSocketAddress cassandra, int payloadBytes) {
        CassandraStores.open(CassandraSettings.ofSingleNode(cassandra, DATACENTER, KEYSPACE))
                .close();
        session = CqlSession.builder()
                .addContactPoint(cassandra)
                .withLocalDatacenter(DATACENTER)
                .withKeyspace(KEYSPACE)
                .build();
        head = session.prepare("UPDATE events SET last_seq = ?, last_append = ?, last_recorded_at = ?, head_hash = ?"
                + " WHERE stream = ? AND bucket = 0 IF last_seq = ? AND sealed = null");
        event = session.prepare(
                "INSERT INTO events (stream, bucket, seq, event_id, type, revision, key_id, recorded_at,"
                        + " payload, metadata, payload_hash, chain_hash) VALUES (?, 0, ?, ?, ?, 1, 'none', ?, ?, ?, ?, ?)");
        payload = ByteBuffer.allocate(payloadBytes);
    }

    /** @param sequence from 0, without gaps within the stream */
    void append(String stream, long sequence) {
        UUID id = new UUID(stream.hashCode(), sequence);
        BatchStatement batch = BatchStatement.newInstance(
                DefaultBatchType.LOGGED,
                head.bind(sequence, id, sequence, HASH, stream, sequence == 0 ? null : sequence - 1),
                event.bind(stream, sequence, id, "raw", sequence, payload, HASH, HASH, HASH));
        if (!session.execute(batch).wasApplied()) {
            throw new IllegalStateException("a raw append was not applied: " + stream + " " + sequence);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
