package dev.counterpoint.infra.benchmarks.neighbours;

import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.embedding.NearestRows;
import dev.counterpoint.domain.embedding.Neighbours;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntToDoubleFunction;
import org.apache.lucene.search.KnnCollector;
import org.apache.lucene.search.TaskExecutor;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.hnsw.HnswConcurrentMergeBuilder;
import org.apache.lucene.util.hnsw.HnswGraphBuilder;
import org.apache.lucene.util.hnsw.HnswGraphSearcher;
import org.apache.lucene.util.hnsw.OnHeapHnswGraph;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.apache.lucene.util.hnsw.RandomVectorScorerSupplier;

/** Neighbours by Lucene's graph, over the same bytes: its graph alone, without an index of documents around it, which is its quickest use. */
final class LuceneNeighbours {
    private final CardVectors vectors;
    private final OnHeapHnswGraph graph;

    private LuceneNeighbours(CardVectors vectors, OnHeapHnswGraph graph) {
        this.vectors = vectors;
        this.graph = graph;
    }

    static LuceneNeighbours build(CardVectors vectors, int connections, int beam, int threads) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            RandomVectorScorerSupplier scorers = new Scorers(vectors);
            OnHeapHnswGraph empty = HnswGraphBuilder.create(scorers, connections, beam, 1, vectors.size())
                    .getGraph();
            HnswConcurrentMergeBuilder builder = new HnswConcurrentMergeBuilder(
                    new TaskExecutor(workers), threads, scorers, beam, connections, empty, null);
            return new LuceneNeighbours(vectors, builder.build(vectors.size()));
        } finally {
            workers.shutdownNow();
        }
    }

    Neighbours searchedWith(int beam) {
        return (vector, count) -> search(vector, count, beam);
    }

    private List<Neighbours.Neighbour> search(double[] vector, int count, int beam) {
        try {
            byte[] direction = CardVectors.rounded(vector);
            double length = 0;
            for (byte value : direction) {
                length += value * value;
            }
            double root = Math.sqrt(length);
            KnnCollector found = HnswGraphSearcher.search(
                    new Scores(vectors.size(), row -> vectors.dot(direction, row) / (root * vectors.length(row))),
                    Math.max(beam, count),
                    graph,
                    null,
                    Integer.MAX_VALUE);
            TopDocs docs = found.topDocs();
            NearestRows nearest = new NearestRows(vectors, vector, count);
            for (var doc : docs.scoreDocs) {
                nearest.add(doc.doc);
            }
            return nearest.toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    long bytes() {
        return graph.ramBytesUsed();
    }

    private record Scorers(CardVectors vectors) implements RandomVectorScorerSupplier {
        @Override
        public RandomVectorScorer scorer(int row) {
            double length = vectors.length(row);
            return new Scores(vectors.size(), other -> vectors.dot(row, other) / (length * vectors.length(other)));
        }

        @Override
        public RandomVectorScorerSupplier copy() {
            return this;
        }
    }

    private record Scores(int rows, IntToDoubleFunction cosine) implements RandomVectorScorer {
        @Override
        public float score(int row) {
            return (float) ((1 + cosine.applyAsDouble(row)) / 2);
        }

        @Override
        public int maxOrd() {
            return rows;
        }
    }
}
