package dev.counterpoint.infra.neighbours;

import dev.counterpoint.domain.embedding.CardVectors;
import io.github.jbellis.jvector.graph.RandomAccessVectorValues;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;

/** Rows as JVector asks for them while a graph is built: each a copy. */
final class RowsAsFloats implements RandomAccessVectorValues {
    private final CardVectors vectors;

    RowsAsFloats(CardVectors vectors) {
        this.vectors = vectors;
    }

    @Override
    public int size() {
        return vectors.size();
    }

    @Override
    public int dimension() {
        return CardVectors.DIMENSIONS;
    }

    @Override
    public VectorFloat<?> getVector(int row) {
        double[] values = new double[CardVectors.DIMENSIONS];
        vectors.addTo(values, row, vectors.length(row));
        VectorFloat<?> copy =
                VectorizationProvider.getInstance().getVectorTypeSupport().createFloatVector(values.length);
        for (int i = 0; i < values.length; i++) {
            copy.set(i, (float) values[i]);
        }
        return copy;
    }

    @Override
    public boolean isValueShared() {
        return false;
    }

    @Override
    public RandomAccessVectorValues copy() {
        return this;
    }
}
