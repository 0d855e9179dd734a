package dev.counterpoint.infra.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.counterpoint.command.eventstore.Snapshots;
import dev.counterpoint.domain.event.EventCodec;
import dev.counterpoint.domain.event.EventHistory;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.LoggedHistory;
import dev.counterpoint.infra.cassandra.events.CassandraEventLog;
import dev.counterpoint.infra.cassandra.session.CassandraSettings;
import dev.counterpoint.infra.cassandra.session.Sessions;
import dev.counterpoint.infra.cassandra.snapshots.CassandraSnapshots;

/**
 * All stores on one connection to a cluster. Opening it makes keyspace and tables where they are missing; closing it ends the connection, and
 * with it every store that came from here.
 */
public final class CassandraStores implements AutoCloseable {
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

    @Override
    public void close() {
        session.close();
    }
}
