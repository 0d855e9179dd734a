package dev.counterpoint.infra.cassandra.proof;

import dev.counterpoint.contracts.proof.CheckpointsContract;
import dev.counterpoint.domain.proof.Checkpoints;
import dev.counterpoint.infra.cassandra.Keyspaces;

class CassandraCheckpointsIT extends CheckpointsContract {

    @Override
    protected Checkpoints checkpoints() {
        return new CassandraCheckpoints(Keyspaces.shared());
    }
}
