package dev.counterpoint.training.run;

import java.util.Optional;

/** Keeps the rows that a training has made so far, for when it is stopped. Thread-safe. */
public interface RowBlocks {

    /** The bytes of a part; empty where they are not there whole. */
    Optional<byte[]> find(String runId, int part);

    /** There as a whole or not at all. */
    void put(String runId, int part, byte[] bytes);

    /** The training is over. */
    void drop(String runId);
}
