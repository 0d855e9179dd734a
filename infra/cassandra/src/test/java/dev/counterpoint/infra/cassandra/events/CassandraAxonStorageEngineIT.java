package dev.counterpoint.infra.cassandra.events;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.counterpoint.command.eventstore.Snapshots;
import dev.counterpoint.contracts.axon.AxonStorageEngineContract;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.infra.cassandra.Keyspaces;
import dev.counterpoint.infra.cassandra.session.Cql;
import dev.counterpoint.infra.cassandra.session.Sessions;
import dev.counterpoint.infra.cassandra.snapshots.CassandraSnapshots;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class CassandraAxonStorageEngineIT extends AxonStorageEngineContract {
    private static CqlSession session;

    @BeforeAll
    static void open() {
        session = Sessions.open(Keyspaces.fresh());
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @Override
    protected EventLog emptyLog() {
        session.execute("TRUNCATE events");
        return new CassandraEventLog(new Cql(session));
    }

    @Override
    protected Snapshots noSnapshots() {
        session.execute("TRUNCATE snapshots");
        return new CassandraSnapshots(new Cql(session));
    }
}
