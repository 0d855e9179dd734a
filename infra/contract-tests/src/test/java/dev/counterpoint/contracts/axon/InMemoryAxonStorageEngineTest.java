package dev.counterpoint.contracts.axon;

import dev.counterpoint.command.eventstore.InMemorySnapshots;
import dev.counterpoint.command.eventstore.Snapshots;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;

class InMemoryAxonStorageEngineTest extends AxonStorageEngineContract {

    @Override
    protected EventLog emptyLog() {
        return new InMemoryEventLog();
    }

    @Override
    protected Snapshots noSnapshots() {
        return new InMemorySnapshots();
    }
}
