package dev.counterpoint.infra.cassandra.events;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.counterpoint.domain.encryption.EventContents;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.StoredEvent;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.training.replay.ListenerStreams;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All listeners' streams by range of token. A stream begins at its bucket 0, which the scan meets; its later buckets are followed by key, so
 * a stream comes whole and in order, in the part of its first bucket.
 */
public final class CassandraListenerStreams implements ListenerStreams {
    static final int PARTS = 32;
    private static final int PAGE = 2_000;
    private static final int READ_AT_ONCE = 1_000;

    private final Cql cql;
    private final EventContents contents;
    private final Buckets buckets;
    private final StreamReader reader;
    private final PreparedStatement scan;

    public CassandraListenerStreams(Cql cql, EventContents contents) {
        this(cql, contents, Buckets.STANDARD);
    }

    CassandraListenerStreams(Cql cql, EventContents contents, Buckets buckets) {
        this.cql = cql;
        this.contents = contents;
        this.buckets = buckets;
        this.reader = new StreamReader(new SelectEvents(cql), new SelectHead(cql), buckets, new HeadCache(1));
        this.scan = cql.prepare("SELECT stream, bucket, seq, " + EventRows.COLUMNS
                + " FROM events WHERE token(stream, bucket) > ? AND token(stream, bucket) <= ?");
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
    public void walk(int part, Visitor visitor) {
        Walk walk = new Walk(visitor);
        cql.lazily(scan.bind(tokenBefore(part), tokenBefore(part + 1))
                        .setPageSize(PAGE)
                        .setIdempotent(true))
                .forEach(walk::take);
        walk.end();
    }

    /** Rows of a partition come one after the other, in order. */
    private final class Walk {
        private final Visitor visitor;
        private List<RecordedEvent> events = new ArrayList<>();
        private @Nullable StreamId stream;

        Walk(Visitor visitor) {
            this.visitor = visitor;
        }

        void take(Row row) {
            if (row.getInt("bucket") > 0 || row.isNull("seq")) {
                return;
            }
            String id = String.valueOf(row.getString("stream"));
            if (stream == null || !stream.value().equals(id)) {
                end();
                stream = new StreamId(id);
            }
            if (stream.isListener()) {
                events.add(EventRows.event(stream, row).decoded(contents));
            }
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
                for (StoredEvent event : read) {
                    events.add(event.decoded(contents));
                    last = event.sequence();
                }
                mayGoOn = !read.isEmpty();
            }
        }
    }
}
