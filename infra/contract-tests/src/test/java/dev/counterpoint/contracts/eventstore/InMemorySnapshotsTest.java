package dev.counterpoint.contracts.eventstore;

import dev.counterpoint.command.eventstore.InMemorySnapshots;
import dev.counterpoint.command.eventstore.Snapshots;

class InMemorySnapshotsTest extends SnapshotsContract {

    @Override
    protected Snapshots snapshots() {
        return new InMemorySnapshots();
    }
}
