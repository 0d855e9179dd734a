package dev.counterpoint.contracts.axon;

import dev.counterpoint.command.eventstore.InMemorySnapshots;
import dev.counterpoint.command.eventstore.Snapshots;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.InMemoryEventLog;

class InMemoryAxonEventStoreTest extends AxonEventStoreContract {

    @Override
    protected EventLog emptyLog() {
        return new InMemoryEventLog();
    }

    @Override
    protected Snapshots noSnapshots() {
        return new InMemorySnapshots();
    }
}
