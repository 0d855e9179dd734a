package dev.counterpoint.command.stream;

/** How the state of one kind of aggregate begins, and how it is read back. */
public interface StateForm<T extends StreamState> {

    Class<T> type();

    /** The state before the first event. */
    T initial();

    /** @throws UnreadableSnapshotException if the snapshot is of another form or revision, or broken */
    T read(StateSnapshot snapshot);
}
