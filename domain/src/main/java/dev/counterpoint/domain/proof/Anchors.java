package dev.counterpoint.domain.proof;

import java.util.List;

/** An append-only place for checkpoints, apart from the database. What stands there shows what was cut off there. Thread-safe. */
public interface Anchors {

    /** Returns when it is durable. */
    void add(SignedCheckpoint checkpoint);

    /** All that were ever added, in that order. */
    List<SignedCheckpoint> all();
}
