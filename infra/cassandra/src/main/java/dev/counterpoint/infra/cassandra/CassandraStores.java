package dev.counterpoint.infra.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import dev.counterpoint.command.eventstore.Snapshots;
import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.LoggedHistory;
import dev.counterpoint.infra.cassandra.events.CassandraEventLog;
import dev.counterpoint.infra.cassandra.session.CassandraSettings;
import dev.counterpoint.infra.cassandra.session.Sessions;
import dev.counterpoint.infra.cassandra.snapshots.CassandraSnapshots;
import java.time.Duration;

/**
 * All stores on one connection to a cluster. Opening it makes keyspace and tables where they are missing; closing it ends the connection, and
 * with it every store that came from here.
 */
public final class CassandraStores implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final CqlSession session;
    private final EventLog eventLog;
    private final Snapshots snapshots;

    private CassandraStores(CqlSession session) {
        this.session = session;
        this.eventLog = new CassandraEventLog(session);
        this.snapshots = new CassandraSnapshots(session);
    }

    public static CassandraStores open(CassandraSettings settings) {
        CqlSession session = Sessions.open(settings);
        try {
            return new CassandraStores(session);
        } catch (RuntimeException failed) {
            session.close();
            throw failed;
        }
    }

    public EventLog eventLog() {
        return eventLog;
    }

    public EventHistory history(EventCodec codec) {
        return new LoggedHistory(eventLog, codec);
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    /** Of the node that answers; an exception if none does. */
    public String version() {
        Row local = session.execute(SimpleStatement.newInstance("SELECT release_version FROM system.local")
                        .setTimeout(ANSWER))
                .one();
        return local == null ? "unknown" : String.valueOf(local.getString(0));
    }

    @Override
    public void close() {
        session.close();
    }
}
