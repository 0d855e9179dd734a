package dev.counterpoint.infra.cassandra.events;

import dev.counterpoint.contracts.eventstore.EventLogRaceContract;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.infra.cassandra.Keyspaces;

/** Races over buckets of eight events, each thread with a memory of its own. */
class EventLogRaceIT extends EventLogRaceContract {

    @Override
    protected EventLog logOfAnotherProcess() {
        return new CassandraEventLog(Keyspaces.shared(), SmallBucketsEventLogIT.SMALL, UntilSettled.STANDARD);
    }
}
