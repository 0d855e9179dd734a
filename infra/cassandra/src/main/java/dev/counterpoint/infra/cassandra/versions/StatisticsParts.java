package dev.counterpoint.infra.cassandra.versions;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.protocol.internal.util.Bytes;
import dev.counterpoint.domain.statistics.StatisticsBytes;
import dev.counterpoint.domain.statistics.StatisticsChange;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;

/** Changes of the statistics in pieces that a row may have. A part is written once, under an id of its own. */
final class StatisticsParts {
    private static final int CHUNK_BYTES = 64 * 1024;

    private final Cql cql;
    private final PreparedStatement insert;
    private final PreparedStatement select;

    StatisticsParts(Cql cql) {
        this.cql = cql;
        insert = cql.prepare("INSERT INTO statistics_parts (part, chunk, content) VALUES (?, ?, ?)");
        select = cql.prepare("SELECT content FROM statistics_parts WHERE part = ? AND chunk = ?");
    }

    Part write(StatisticsChange change) {
        byte[] bytes = StatisticsBytes.encode(change);
        UUID id = UUID.randomUUID();
        int chunks = 0;
        for (int from = 0; from < bytes.length; from += CHUNK_BYTES) {
            ByteBuffer content = ByteBuffer.wrap(bytes, from, Math.min(CHUNK_BYTES, bytes.length - from));
            cql.execute(insert.bind(id, chunks, content).setIdempotent(true));
            chunks++;
        }
        return new Part(id, chunks);
    }

    StatisticsChange read(Part part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int chunk = 0; chunk < part.chunks; chunk++) {
            Row row = cql.first(select.bind(part.id, chunk).setIdempotent(true))
                    .orElseThrow(() -> new IllegalStateException("a chunk is missing of statistics part " + part.id));
            bytes.writeBytes(Bytes.getArray(Objects.requireNonNull(row.getByteBuffer("content"))));
        }
        return StatisticsBytes.decode(bytes.toByteArray());
    }

    /** @param chunks at least 1, numbered from 0 */
    record Part(UUID id, int chunks) {}
}
