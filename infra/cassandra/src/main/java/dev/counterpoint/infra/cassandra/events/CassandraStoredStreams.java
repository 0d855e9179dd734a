package dev.counterpoint.infra.cassandra.events;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.domain.eventlog.StoredStreams;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All streams by range of token. A stream begins at its bucket 0, which the scan meets; its later buckets are followed by key, so a stream
 * comes whole and in order, in the part of its first bucket.
 */
public final class CassandraStoredStreams implements StoredStreams {
    static final int PARTS = 32;
    private static final int PAGE = 2_000;
    private static final int READ_AT_ONCE = 1_000;

    private final Cql cql;
    private final Buckets buckets;
    private final StreamReader reader;
    private final PreparedStatement scan;
    private final PreparedStatement ends;

    public CassandraStoredStreams(Cql cql) {
        this(cql, Buckets.STANDARD);
    }

    CassandraStoredStreams(Cql cql, Buckets buckets) {
        this.cql = cql;
        this.buckets = buckets;
        this.reader = new StreamReader(new SelectEvents(cql), new SelectHead(cql), buckets, new HeadCache(1));
        String range = " FROM events WHERE token(stream, bucket) > ? AND token(stream, bucket) <= ?";
        this.scan = cql.prepare("SELECT stream, bucket, seq, " + EventRows.COLUMNS + range);
        this.ends = cql.prepare("SELECT DISTINCT stream, bucket, last_seq" + range);
    }

    @Override
    public int parts() {
        return PARTS;
    }

    /** Murmur3 tokens are all longs but the least one. */
    static long tokenBefore(int part) {
        return part == PARTS
                ? Long.MAX_VALUE
                : Long.MIN_VALUE + part * (Long.MAX_VALUE / PARTS - Long.MIN_VALUE / PARTS);
    }

    @Override
    public void forEach(int part, Consumer<StreamEnd> streams) {
        forEachRow(ends, part, row -> {
            if (row.getInt("bucket") == 0) {
                long last = row.isNull("last_seq") ? -1 : row.getLong("last_seq");
                streams.accept(new StreamEnd(streamOf(row), last, buckets.ofAppendAfter(last) > 0));
            }
        });
    }

    @Override
    public void walk(int part, Visitor visitor) {
        Walk walk = new Walk(visitor);
        forEachRow(scan, part, walk::take);
        walk.end();
    }

    private void forEachRow(PreparedStatement select, int part, Consumer<Row> rows) {
        BoundStatement range = select.bind(tokenBefore(part), tokenBefore(part + 1));
        cql.forEach(range.setPageSize(PAGE).setIdempotent(true), rows);
    }

    private static StreamId streamOf(Row row) {
        return new StreamId(Objects.requireNonNull(row.getString("stream")));
    }

    /** Rows of a partition come one after the other, in order. */
    private final class Walk {
        private final Visitor visitor;
        private List<StoredEvent> events = new ArrayList<>();
        private @Nullable StreamId stream;

        Walk(Visitor visitor) {
            this.visitor = visitor;
        }

        void take(Row row) {
            if (row.getInt("bucket") > 0 || row.isNull("seq")) {
                return;
            }
            if (stream == null || !stream.value().equals(row.getString("stream"))) {
                end();
                stream = streamOf(row);
            }
            events.add(EventRows.event(stream, row));
        }

        void end() {
            if (stream != null && !events.isEmpty()) {
                followBuckets(stream);
                visitor.visit(stream, events);
            }
            events = new ArrayList<>();
        }

        private void followBuckets(StreamId of) {
            long last = events.get(events.size() - 1).sequence();
            boolean mayGoOn = buckets.ofAppendAfter(last) > 0;
            while (mayGoOn) {
                List<StoredEvent> read = reader.read(of, last + 1, READ_AT_ONCE, cql.consistency());
                events.addAll(read);
                mayGoOn = !read.isEmpty();
                last += read.size();
            }
        }
    }
}
