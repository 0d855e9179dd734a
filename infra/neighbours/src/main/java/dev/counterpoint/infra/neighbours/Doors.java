package dev.counterpoint.infra.neighbours;

import dev.counterpoint.domain.embedding.CardVectors;
import io.github.jbellis.jvector.graph.GraphIndex;
import io.github.jbellis.jvector.graph.NodesIterator;
import io.github.jbellis.jvector.graph.similarity.ScoreFunction;
import io.github.jbellis.jvector.util.Bits;
import java.io.IOException;
import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Where searches enter a graph. A point between several tastes has its nearest cards in several places, with few ways from one to the other;
 * a search that enters at one place stays there. So some thousand cards, evenly among all, are looked at first, and the nearest of them are
 * the doors: a node that is not in the graph has its edges to them, and the search begins there. Immutable and thread-safe.
 */
final class Doors {
    private final GraphIndex graph;
    private final int[] rows;
    private final int open;
    private final int outside;

    Doors(GraphIndex graph, CardVectors vectors, SearchSettings settings) {
        this.graph = graph;
        this.open = settings.doors();
        this.outside = vectors.size();
        this.rows = new int[Math.min(settings.lookedAt(), vectors.size())];
        Arrays.setAll(rows, i -> (int) ((long) i * vectors.size() / rows.length));
    }

    /** The graph as one search sees it that scores so. */
    GraphIndex openedFor(ScoreFunction scores) {
        return new Opened(nearest(scores));
    }

    /** The rows of the graph, without the node that is not in it. */
    Bits inside() {
        return row -> row != outside;
    }

    /** A score for the node that is not in the graph: lower than all others. */
    ScoreFunction.ExactScoreFunction withOutside(ScoreFunction scores) {
        return row -> row == outside ? 0 : scores.similarityTo(row);
    }

    private int[] nearest(ScoreFunction scores) {
        PriorityQueue<Door> farthestFirst = new PriorityQueue<>();
        for (int row : rows) {
            float score = scores.similarityTo(row);
            Door last = farthestFirst.peek();
            if (last == null || farthestFirst.size() < open || score > last.score) {
                farthestFirst.add(new Door(score, row));
                if (farthestFirst.size() > open) {
                    farthestFirst.remove();
                }
            }
        }
        return farthestFirst.stream().mapToInt(Door::row).toArray();
    }

    private record Door(float score, int row) implements Comparable<Door> {
        @Override
        public int compareTo(Door other) {
            return Float.compare(score, other.score);
        }
    }

    private final class Opened implements GraphIndex {
        private final int[] doors;

        Opened(int[] doors) {
            this.doors = doors;
        }

        @Override
        public View getView() {
            return new OpenedView(graph.getView(), doors);
        }

        @Override
        public int size() {
            return graph.size();
        }

        @Override
        public NodesIterator getNodes() {
            return graph.getNodes();
        }

        @Override
        public int maxDegree() {
            return graph.maxDegree();
        }

        @Override
        public long ramBytesUsed() {
            return graph.ramBytesUsed();
        }

        /** The graph itself stays open. */
        @Override
        public void close() {}
    }

    private final class OpenedView implements GraphIndex.View {
        private final GraphIndex.View view;
        private final int[] doors;

        OpenedView(GraphIndex.View view, int[] doors) {
            this.view = view;
            this.doors = doors;
        }

        @Override
        public NodesIterator getNeighborsIterator(int row) {
            return row == outside ? new NodesIterator.ArrayNodesIterator(doors) : view.getNeighborsIterator(row);
        }

        @Override
        public int entryNode() {
            return outside;
        }

        @Override
        public int size() {
            return view.size();
        }

        @Override
        public Bits liveNodes() {
            return Bits.ALL;
        }

        @Override
        public int getIdUpperBound() {
            return outside + 1;
        }

        @Override
        public void close() throws IOException {
            view.close();
        }
    }
}
