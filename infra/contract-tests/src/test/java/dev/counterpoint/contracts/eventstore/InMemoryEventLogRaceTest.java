package dev.counterpoint.contracts.eventstore;

import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;

class InMemoryEventLogRaceTest extends EventLogRaceContract {
    private final InMemoryEventLog log = new InMemoryEventLog();

    @Override
    protected EventLog logOfAnotherProcess() {
        return log;
    }
}
