package dev.counterpoint.infra.neighbours;

import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.embedding.NearestRows;
import dev.counterpoint.domain.embedding.Neighbours;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.SearchResult.NodeScore;
import io.github.jbellis.jvector.graph.similarity.ScoreFunction;
import io.github.jbellis.jvector.graph.similarity.SearchScoreProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Walks a graph greedily towards the vector; what was found is put in order by its exact cosines.
 *
 * @see "Subramanya et al. 2019, DiskANN: Fast Accurate Billion-point Nearest Neighbor Search on a Single Node, algorithm 1"
 */
final class GraphNeighbours implements Neighbours {
    private final CardVectors vectors;
    private final VectorScores scores;
    private final Doors doors;
    private final int beam;

    GraphNeighbours(CardVectors vectors, VectorScores scores, Doors doors, int beam) {
        this.vectors = vectors;
        this.scores = scores;
        this.doors = doors;
        this.beam = beam;
    }

    @Override
    public List<Neighbour> nearest(double[] vector, int count) {
        for (double value : vector) {
            if (value != 0) {
                return search(vector, count);
            }
        }
        return List.of();
    }

    private List<Neighbour> search(double[] vector, int count) {
        ScoreFunction score = scores.towards(vector);
        try (GraphSearcher searcher = new GraphSearcher(doors.openedFor(score))) {
            NearestRows nearest = new NearestRows(vectors, vector, count);
            int kept = Math.max(beam, count);
            for (NodeScore found : searcher.search(
                            new SearchScoreProvider(doors.withOutside(score)), kept, doors.inside())
                    .getNodes()) {
                nearest.add(found.node);
            }
            return nearest.toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a graph in memory has nothing to close", impossible);
        }
    }
}
