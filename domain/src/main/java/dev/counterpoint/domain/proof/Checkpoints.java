package dev.counterpoint.domain.proof;

import java.util.List;
import java.util.Optional;

/** Keeps checkpoints with their heads. Thread-safe. */
public interface Checkpoints {

    /** Adds a checkpoint with its heads, in their order. Returns when both are durable; adding one again changes nothing. */
    void add(SignedCheckpoint checkpoint, List<ChainHead> heads);

    /** Every process that ever made a checkpoint. */
    List<String> writers();

    Optional<SignedCheckpoint> find(String writer, long number);

    /** The heads of a checkpoint, in their order. */
    List<ChainHead> headsOf(String writer, long number);

    /** Where checkpoints saw a chain, the highest position first, at most as many as wanted. */
    List<Sighting> sightings(String chain, int limit);

    /** The first time that a checkpoint saw a chain at a position or above it. */
    Optional<Sighting> firstFrom(String chain, long position);

    /** The last time that a checkpoint saw a chain below a position. */
    Optional<Sighting> lastBelow(String chain, long position);

    /**
     * That a checkpoint saw a chain.
     *
     * @param index of the head among the heads of the checkpoint
     */
    record Sighting(String writer, long number, int index, ChainHead head) {}
}
