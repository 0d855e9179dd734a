package dev.counterpoint.contracts.proof;

import dev.counterpoint.domain.proof.Checkpoints;
import dev.counterpoint.domain.proof.InMemoryCheckpoints;

class InMemoryCheckpointsTest extends CheckpointsContract {
    private final Checkpoints checkpoints = new InMemoryCheckpoints();

    @Override
    protected Checkpoints checkpoints() {
        return checkpoints;
    }
}
