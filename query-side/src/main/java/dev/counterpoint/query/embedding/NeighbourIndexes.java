package dev.counterpoint.query.embedding;

import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.embedding.Neighbours;

/** Makes what finds neighbours. */
@FunctionalInterface
public interface NeighbourIndexes {

    /** May take minutes for a million cards. */
    Neighbours of(CardVectors vectors);
}
