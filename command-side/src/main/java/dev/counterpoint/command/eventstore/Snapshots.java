package dev.counterpoint.command.eventstore;

import dev.counterpoint.domain.event.StreamId;
import java.util.List;

/**
 * Keeps the last states of aggregates, so that loading one does not read its whole stream. The highest sequence wins, in whatever order
 * snapshots arrive. A snapshot that is lost costs time, nothing else. Thread-safe.
 */
public interface Snapshots {
    /** How many snapshots of a stream are kept. */
    int KEPT = 3;

    void store(StoredSnapshot snapshot);

    /** The kept snapshots of a stream, highest sequence first, at most {@link #KEPT}. */
    List<StoredSnapshot> of(StreamId stream);

    /** Takes all snapshots of a stream away. */
    void forget(StreamId stream);
}
