package dev.counterpoint.infra.neighbours;

import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.embedding.Neighbours;
import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.OnHeapGraphIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ForkJoinPool;

/** A graph of near cards over vectors that it does not copy. Immutable and thread-safe once it is built. */
public final class NeighbourGraph {
    /** How many edges more a card may have while the graph is built. */
    private static final float OVERFLOW = 1.2f;
    /** How much farther a way around may be before an edge is kept beside it. */
    private static final float ALPHA = 1.2f;

    private final CardVectors vectors;
    private final VectorScores scores;
    private final OnHeapGraphIndex graph;

    private NeighbourGraph(CardVectors vectors, VectorScores scores, OnHeapGraphIndex graph) {
        this.vectors = vectors;
        this.scores = scores;
        this.graph = graph;
    }

    /** Takes minutes for a million cards. Which graph comes of it depends on which thread is faster. */
    public static NeighbourGraph build(CardVectors vectors, GraphSettings settings, int threads) {
        VectorScores scores = new VectorScores(vectors);
        ForkJoinPool workers = new ForkJoinPool(threads);
        try (GraphIndexBuilder builder = new GraphIndexBuilder(
                scores,
                CardVectors.DIMENSIONS,
                settings.degree(),
                settings.beamBuilt(),
                OVERFLOW,
                ALPHA,
                workers,
                workers)) {
            return new NeighbourGraph(vectors, scores, builder.build(new RowsAsFloats(vectors)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a graph in memory has nothing to close", impossible);
        } finally {
            workers.shutdownNow();
        }
    }

    public Neighbours searchedWith(SearchSettings settings) {
        return new GraphNeighbours(vectors, scores, new Doors(graph, vectors, settings), settings.beam());
    }

    /** Bytes of the graph alone, without the vectors. */
    public long bytes() {
        return graph.ramBytesUsed();
    }
}
