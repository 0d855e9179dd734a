package dev.counterpoint.contracts.eventstore;

import dev.counterpoint.command.eventstore.InMemorySnapshots;
import dev.counterpoint.command.eventstore.Snapshots;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;

class InMemoryEventStoreTest extends EventStoreContract {

    @Override
    protected EventLog log() {
        return new InMemoryEventLog();
    }

    @Override
    protected Snapshots snapshots() {
        return new InMemorySnapshots();
    }
}
