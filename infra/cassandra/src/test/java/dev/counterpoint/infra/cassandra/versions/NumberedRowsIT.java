package dev.counterpoint.infra.cassandra.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.counterpoint.infra.cassandra.Keyspaces;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NumberedRowsIT {
    private final Cql cql = Keyspaces.shared();

    @BeforeEach
    void makeEmptyTable() {
        cql.execute("CREATE TABLE IF NOT EXISTS numbered"
                + " (bucket int, number bigint, content text, PRIMARY KEY (bucket, number))"
                + " WITH CLUSTERING ORDER BY (number DESC)");
        cql.execute("TRUNCATE numbered");
    }

    @Test
    void newest_isFoundAcrossBuckets_byWhoeverStartsAndByWhoeverWasThere() {
        NumberedRows there = rows();
        assertThat(there.newest()).isEmpty();
        for (long number : new long[] {1, 65_534, 65_535}) {
            add(number);
            assertThat(numberOf(there.newest())).isEqualTo(number);
            assertThat(numberOf(rows().newest())).isEqualTo(number);
        }

        for (long number : new long[] {65_536, 131_071, 131_072}) {
            add(number);
            assertThat(numberOf(there.newest())).isEqualTo(number);
            assertThat(numberOf(rows().newest())).isEqualTo(number);
            assertThat(numberOf(there.find(number))).isEqualTo(number);
        }
    }

    private NumberedRows rows() {
        return new NumberedRows(cql, "numbered", "content");
    }

    private void add(long number) {
        cql.execute(
                "INSERT INTO numbered (bucket, number, content) VALUES (?, ?, 'x')",
                NumberedRows.bucketOf(number),
                number);
    }

    private static long numberOf(Optional<Row> row) {
        return row.orElseThrow().getLong("number");
    }
}
