package dev.counterpoint.infra.server.wiring;

import dev.counterpoint.domain.proof.Checkpointing;
import org.jspecify.annotations.Nullable;

/** Makes checkpoints while the process runs, and a last one when it ends; none without a key. */
final class VouchingForHeads implements AutoCloseable {
    private final @Nullable Checkpointing checkpointing;

    VouchingForHeads(@Nullable Checkpointing checkpointing) {
        this.checkpointing = checkpointing;
    }

    boolean isOn() {
        return checkpointing != null;
    }

    void make() {
        if (checkpointing != null) {
            checkpointing.make();
        }
    }

    @Override
    public void close() {
        make();
    }
}
