package dev.counterpoint.infra.cassandra.events;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.query.proof.Streams;
import java.util.Objects;
import java.util.function.Consumer;

/** All streams by range of token: those whose first bucket lies in the range. */
public final class CassandraStreams implements Streams {
    private static final int PAGE = 2_000;

    private final Cql cql;
    private final PreparedStatement scan;

    public CassandraStreams(Cql cql) {
        this.cql = cql;
        this.scan = cql.prepare("SELECT DISTINCT stream, bucket FROM events"
                + " WHERE token(stream, bucket) > ? AND token(stream, bucket) <= ?");
    }

    @Override
    public int parts() {
        return CassandraListenerStreams.PARTS;
    }

    @Override
    public void forEach(int part, Consumer<StreamId> streams) {
        cql.lazily(scan.bind(CassandraListenerStreams.tokenBefore(part), CassandraListenerStreams.tokenBefore(part + 1))
                        .setPageSize(PAGE)
                        .setIdempotent(true))
                .forEach(row -> {
                    if (row.getInt("bucket") == 0) {
                        streams.accept(new StreamId(Objects.requireNonNull(row.getString("stream"))));
                    }
                });
    }
}
