package dev.counterpoint.infra.cassandra.snapshots;

import dev.counterpoint.command.eventstore.Snapshots;
import dev.counterpoint.contracts.eventstore.SnapshotsContract;
import dev.counterpoint.infra.cassandra.Keyspaces;

class CassandraSnapshotsIT extends SnapshotsContract {

    @Override
    protected Snapshots snapshots() {
        return new CassandraSnapshots(Keyspaces.shared());
    }
}
