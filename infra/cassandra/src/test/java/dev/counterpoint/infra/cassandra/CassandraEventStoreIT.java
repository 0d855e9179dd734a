package dev.counterpoint.infra.cassandra;

import dev.counterpoint.command.eventstore.Snapshots;
import dev.counterpoint.contracts.eventstore.EventStoreContract;
import dev.counterpoint.domain.eventlog.EventLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class CassandraEventStoreIT extends EventStoreContract {
    private static CassandraStores stores;

    @BeforeAll
    static void open() {
        stores = CassandraStores.open(Keyspaces.fresh());
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @Override
    protected EventLog log() {
        return stores.eventLog();
    }

    @Override
    protected Snapshots snapshots() {
        return stores.snapshots();
    }
}
