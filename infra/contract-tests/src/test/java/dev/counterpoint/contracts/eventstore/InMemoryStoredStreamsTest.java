package dev.counterpoint.contracts.eventstore;

import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;
import dev.counterpoint.domain.eventlog.StoredStreams;

class InMemoryStoredStreamsTest extends StoredStreamsContract {
    private final InMemoryEventLog log = new InMemoryEventLog();

    @Override
    protected EventLog log() {
        return log;
    }

    @Override
    protected StoredStreams streams() {
        return log;
    }
}
