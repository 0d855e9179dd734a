package dev.counterpoint.command.stream;

/**
 * A state kept in memory between commands. Guarded by the lock of its stream.
 *
 * <p>It is that of {@link #sequence} and no later: the store may be ahead of it, which a conditional append notices.
 */
final class HeldState<T extends StreamState> {
    final T state;
    /** Of the last event in the state; -1 before the first. */
    long sequence;
    /** Of the last snapshot known; -1 for none. */
    long snapshotSequence;
    /** The store is known, or suspected, to be ahead. */
    boolean behind;

    HeldState(T state, long sequence, long snapshotSequence) {
        this.state = state;
        this.sequence = sequence;
        this.snapshotSequence = snapshotSequence;
    }

    int weight() {
        return state.weight();
    }
}
