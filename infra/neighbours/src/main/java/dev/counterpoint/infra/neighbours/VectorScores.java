package dev.counterpoint.infra.neighbours;

import dev.counterpoint.domain.embedding.CardVectors;
import io.github.jbellis.jvector.graph.similarity.BuildScoreProvider;
import io.github.jbellis.jvector.graph.similarity.ScoreFunction.ExactScoreFunction;
import io.github.jbellis.jvector.graph.similarity.SearchScoreProvider;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;

/**
 * Scores rows by the products of their bytes, where they lie: the graph keeps no vectors of its own. A score is (1 + cosine) / 2, since JVector
 * wants none below 0.
 */
final class VectorScores implements BuildScoreProvider {
    private final CardVectors vectors;

    VectorScores(CardVectors vectors) {
        this.vectors = vectors;
    }

    @Override
    public boolean isExact() {
        return true;
    }

    /** Only where a search of the graph begins depends on it. */
    @Override
    public VectorFloat<?> approximateCentroid() {
        double[] sum = new double[CardVectors.DIMENSIONS];
        for (int row = 0; row < vectors.size(); row++) {
            vectors.addTo(sum, row, 1);
        }
        VectorFloat<?> centroid =
                VectorizationProvider.getInstance().getVectorTypeSupport().createFloatVector(CardVectors.DIMENSIONS);
        for (int i = 0; i < CardVectors.DIMENSIONS; i++) {
            centroid.set(i, (float) (sum[i] / vectors.size()));
        }
        return centroid;
    }

    @Override
    public SearchScoreProvider searchProviderFor(VectorFloat<?> vector) {
        double[] values = new double[CardVectors.DIMENSIONS];
        for (int i = 0; i < values.length; i++) {
            values[i] = vector.get(i);
        }
        return provider(towards(values));
    }

    @Override
    public SearchScoreProvider searchProviderFor(int row) {
        double length = vectors.length(row);
        return provider(other -> score(vectors.dot(row, other) / (length * vectors.length(other))));
    }

    @Override
    public SearchScoreProvider diversityProviderFor(int row) {
        return searchProviderFor(row);
    }

    /** @param vector double[64] */
    ExactScoreFunction towards(double[] vector) {
        byte[] direction = CardVectors.rounded(vector);
        double length = lengthOf(direction);
        return row -> score(vectors.dot(direction, row) / (length * vectors.length(row)));
    }

    private static SearchScoreProvider provider(ExactScoreFunction scores) {
        return new SearchScoreProvider(scores);
    }

    private static float score(double cosine) {
        return (float) ((1 + cosine) / 2);
    }

    private static double lengthOf(byte[] direction) {
        int square = 0;
        for (byte value : direction) {
            square += value * value;
        }
        return Math.max(1, Math.sqrt(square));
    }
}
