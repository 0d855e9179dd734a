package dev.counterpoint.command.model;

import dev.counterpoint.command.stream.StateForm;
import dev.counterpoint.command.stream.StateSnapshot;
import dev.counterpoint.command.stream.UnreadableSnapshotException;

/** The registry has no snapshots. */
public final class RegistrarForm implements StateForm<Registrar> {

    @Override
    public Class<Registrar> type() {
        return Registrar.class;
    }

    @Override
    public Registrar initial() {
        return new Registrar();
    }

    @Override
    public Registrar read(StateSnapshot snapshot) {
        throw new UnreadableSnapshotException("the registry of models has no snapshots, not even " + snapshot, null);
    }
}
