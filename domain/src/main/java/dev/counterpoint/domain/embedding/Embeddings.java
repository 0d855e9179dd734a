package dev.counterpoint.domain.embedding;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Embedding;
import java.util.HashMap;
import java.util.Map;

/** One version of the vectors of cards. A card that it was not learned for has none. Immutable and thread-safe. */
public final class Embeddings {
    /** The version without any vector. */
    public static final String NONE = "none";

    private static final Embeddings EMPTY = new Embeddings(NONE, Map.of());

    private final String version;
    private final Map<CardId, double[]> vectors;

    private Embeddings(String version, Map<CardId, double[]> vectors) {
        this.version = version;
        this.vectors = vectors;
    }

    public static Embeddings none() {
        return EMPTY;
    }

    /** @param vectors brought to length 1; those of length 0 are left out */
    public static Embeddings of(String version, Map<CardId, Embedding> vectors) {
        Map<CardId, double[]> normalised = new HashMap<>(2 * vectors.size());
        vectors.forEach((card, vector) -> {
            double[] values = new double[Embedding.DIMENSIONS];
            float[] given = vector.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] = given[i];
            }
            double length = StrictMath.sqrt(dot(values, values));
            if (length > 0) {
                for (int i = 0; i < values.length; i++) {
                    values[i] /= length;
                }
                normalised.put(card, values);
            }
        });
        return new Embeddings(version, normalised);
    }

    /** The word that decisions cite it by. */
    public String version() {
        return version;
    }

    public boolean isEmpty() {
        return vectors.isEmpty();
    }

    public boolean holds(CardId card) {
        return vectors.containsKey(card);
    }

    /**
     * Adds a card's vector of length 1, times a weight; nothing where it has none.
     *
     * @param sum double[64]
     */
    public void addTo(double[] sum, CardId card, double weight) {
        double[] vector = vectors.get(card);
        if (vector != null) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * vector[i];
            }
        }
    }

    /**
     * The cosine of the angle between a vector and a card's.
     *
     * @param vector double[64]
     * @return -1 to 1; 0 where the card has no vector, or the given one has no length
     */
    public double cosine(double[] vector, CardId card) {
        double[] own = vectors.get(card);
        double length = StrictMath.sqrt(dot(vector, vector));
        return own == null || length == 0 ? 0 : Math.max(-1, Math.min(1, dot(vector, own) / length));
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
