package dev.counterpoint.infra.cassandra.events;

import dev.counterpoint.contracts.eventstore.EventLogContract;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.infra.cassandra.Keyspaces;

/** Buckets of eight events, so that every case meets their edges. */
class SmallBucketsEventLogIT extends EventLogContract {
    static final Buckets SMALL = new Buckets(8);

    @Override
    protected EventLog log() {
        return new CassandraEventLog(Keyspaces.shared(), SMALL, UntilSettled.STANDARD);
    }

    @Override
    protected int bucketSize() {
        return SMALL.size();
    }

    @Override
    protected int largestAppend() {
        return SMALL.size();
    }
}
