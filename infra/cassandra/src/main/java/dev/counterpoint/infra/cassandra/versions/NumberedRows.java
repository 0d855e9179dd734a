package dev.counterpoint.infra.cassandra.versions;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.util.Optional;

/**
 * Rows by number, without gaps, 65,536 to a partition. The newest one is found by one read, since the partition that it was in is remembered.
 * Thread-safe.
 */
final class NumberedRows {
    private static final int TO_A_BUCKET = 65_536;

    private final Cql cql;
    private final PreparedStatement newest;
    private final PreparedStatement one;
    private volatile int lastBucket;

    NumberedRows(Cql cql, String table, String columns) {
        this.cql = cql;
        newest = cql.prepare("SELECT number, " + columns + " FROM " + table + " WHERE bucket = ? LIMIT 1");
        one = cql.prepare("SELECT number, " + columns + " FROM " + table + " WHERE bucket = ? AND number = ?");
    }

    static int bucketOf(long number) {
        return Math.toIntExact(number / TO_A_BUCKET);
    }

    Optional<Row> newest() {
        Optional<Row> found = Optional.empty();
        int bucket = lastBucket;
        while (true) {
            Optional<Row> here = cql.first(newest.bind(bucket).setIdempotent(true));
            if (here.isEmpty()) {
                return found;
            }
            found = here;
            lastBucket = bucket;
            if (here.get().getLong("number") % TO_A_BUCKET < TO_A_BUCKET - 1) {
                return found;
            }
            bucket++;
        }
    }

    Optional<Row> find(long number) {
        return number < 0
                ? Optional.empty()
                : cql.first(one.bind(bucketOf(number), number).setIdempotent(true));
    }
}
