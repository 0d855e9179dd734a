package dev.counterpoint.infra.cassandra.events;

import dev.counterpoint.contracts.eventstore.EventLogContract;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.infra.cassandra.Keyspaces;

class CassandraEventLogIT extends EventLogContract {

    @Override
    protected EventLog log() {
        return new CassandraEventLog(Keyspaces.shared());
    }

    @Override
    protected int bucketSize() {
        return Buckets.STANDARD.size();
    }
}
