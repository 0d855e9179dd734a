package dev.counterpoint.infra.neighbours;

import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.embedding.ExactNeighbours;
import dev.counterpoint.domain.embedding.Neighbours;
import dev.counterpoint.query.embedding.NeighbourIndexes;

/** Graphs where there are many cards; where there are few, all of them are looked at, which is exact and as quick. Thread-safe. */
public final class GraphIndexes implements NeighbourIndexes {
    /** Looked at in about a fifth of a millisecond. */
    private static final int FEW = 5_000;

    private final GraphSettings settings;
    private final int threads;

    /** @param threads that build */
    public GraphIndexes(GraphSettings settings, int threads) {
        this.settings = settings;
        this.threads = threads;
    }

    @Override
    public Neighbours of(CardVectors vectors) {
        return vectors.size() <= FEW
                ? new ExactNeighbours(vectors)
                : NeighbourGraph.build(vectors, settings, threads).searchedWith(SearchSettings.STANDARD);
    }
}
