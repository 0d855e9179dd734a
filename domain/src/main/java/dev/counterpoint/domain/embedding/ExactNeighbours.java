package dev.counterpoint.domain.embedding;

import java.util.List;

/** Looks at every card: exact, and quick enough for some thousands. */
public final class ExactNeighbours implements Neighbours {
    private final CardVectors vectors;

    public ExactNeighbours(CardVectors vectors) {
        this.vectors = vectors;
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
        NearestRows nearest = new NearestRows(vectors, vector, count);
        for (int row = 0; row < vectors.size(); row++) {
            nearest.add(row);
        }
        return nearest.toList();
    }
}
