package dev.counterpoint.infra.cassandra.leases;

import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import dev.counterpoint.domain.lease.Leases;
import dev.counterpoint.infra.cassandra.session.Cql;
import java.time.Duration;

/** Leases as rows that expire by the database's clock; spans count in whole seconds, rounded up. Only conditional writes. */
public final class CassandraLeases implements Leases {
    private final Cql cql;
    private final PreparedStatement prolong;
    private final PreparedStatement take;
    private final PreparedStatement release;

    public CassandraLeases(Cql cql) {
        this.cql = cql;
        prolong = cql.prepare("UPDATE leases USING TTL ? SET holder = ? WHERE name = ? IF holder = ?");
        // An INSERT would leave a row behind that outlives the holder, for as long as the first span.
        take = cql.prepare("UPDATE leases USING TTL ? SET holder = ? WHERE name = ? IF holder = null");
        release = cql.prepare("DELETE FROM leases WHERE name = ? IF holder = ?");
    }

    @Override
    public boolean acquire(String name, String holder, Duration span) {
        int seconds = Math.toIntExact(Math.max(1, span.plusNanos(999_999_999).toSeconds()));
        return cql.applied(prolong.bind(seconds, holder, name, holder))
                || cql.applied(take.bind(seconds, holder, name));
    }

    @Override
    public void release(String name, String holder) {
        cql.applied(release.bind(name, holder));
    }
}
