package dev.counterpoint.command.stream;

import java.util.concurrent.atomic.LongAdder;

/** Counts what the command side does behind its answers, since the start of the process. Thread-safe. */
public final class CommandStatistics {
    final LongAdder commands = new LongAdder();
    final LongAdder conflicts = new LongAdder();
    final LongAdder loads = new LongAdder();
    final LongAdder catchUps = new LongAdder();
    final LongAdder snapshotsStored = new LongAdder();
    final LongAdder snapshotsLost = new LongAdder();
    final LongAdder unreadableSnapshots = new LongAdder();

    /** Commands sent, each counted once however often it was tried. */
    public long commands() {
        return commands.sum();
    }

    /** Tries that met a stream which had moved. */
    public long conflicts() {
        return conflicts.sum();
    }

    /** Aggregates loaded from the store. */
    public long loads() {
        return loads.sum();
    }

    /** Aggregates that were in memory and read only what came after. */
    public long catchUps() {
        return catchUps.sum();
    }

    public long snapshotsStored() {
        return snapshotsStored.sum();
    }

    /** Snapshots that were due and could not be stored; a later one takes their place. */
    public long snapshotsLost() {
        return snapshotsLost.sum();
    }

    /** Snapshots that did not load, so that whole streams were replayed instead: an operator should know. */
    public long unreadableSnapshots() {
        return unreadableSnapshots.sum();
    }
}
