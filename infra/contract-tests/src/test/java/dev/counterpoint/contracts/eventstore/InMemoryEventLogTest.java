package dev.counterpoint.contracts.eventstore;

import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;

class InMemoryEventLogTest extends EventLogContract {

    @Override
    protected EventLog log() {
        return new InMemoryEventLog();
    }
}
