package dev.counterpoint.domain.embedding;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Embedding;
import dev.counterpoint.domain.catalog.EpochMap;
import java.util.HashMap;
import java.util.Map;

/** One version of the vectors of cards. A card that it was not learned for has none. Immutable and thread-safe. */
public final class Embeddings {
    /** The version without any vector. */
    public static final String NONE = "none";

    private static final float[] NOTHING = {};
    private static final Embeddings EMPTY = new Embeddings(NONE, EpochMap.empty());

    private final String version;
    private final EpochMap<CardId, float[]> vectors;

    private Embeddings(String version, EpochMap<CardId, float[]> vectors) {
        this.version = version;
        this.vectors = vectors;
    }

    public static Embeddings none() {
        return EMPTY;
    }

    /** @param vectors brought to length 1; those of length 0 are left out */
    public static Embeddings of(String version, Map<CardId, Embedding> vectors) {
        Map<CardId, float[]> normalised = new HashMap<>(2 * vectors.size());
        vectors.forEach((card, vector) -> {
            float[] values = vector.toArray();
            double length = lengthOf(values);
            if (length > 0) {
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (values[i] / length);
                }
                normalised.put(card, values);
            }
        });
        return new Embeddings(version, EpochMap.<CardId, float[]>empty().with(normalised));
    }

    /** The word that decisions cite it by. */
    public String version() {
        return version;
    }

    public boolean isEmpty() {
        return vectors.size() == 0;
    }

    public boolean holds(CardId card) {
        return vectors.get(card) != null;
    }

    /**
     * Adds a card's vector of length 1, times a weight; nothing where it has none.
     *
     * @param sum double[64]
     */
    public void addTo(double[] sum, CardId card, double weight) {
        float[] vector = vectors.get(card);
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
        float[] own = vectors.get(card);
        return own == null ? 0 : cosine(vector, lengthOf(vector), own);
    }

    /**
     * The same of many cards: all are looked up first, since memory is what takes time.
     *
     * @return double[cards]
     */
    public double[] cosines(double[] vector, CardId[] cards) {
        float[][] own = new float[cards.length][];
        vectors.getAll(cards, NOTHING, own);
        double length = lengthOf(vector);
        double[] cosines = new double[own.length];
        for (int i = 0; i < own.length; i++) {
            cosines[i] = own[i] == NOTHING ? 0 : cosine(vector, length, own[i]);
        }
        return cosines;
    }

    private static double cosine(double[] vector, double length, float[] own) {
        return length == 0 ? 0 : Math.max(-1, Math.min(1, dot(vector, own) / length));
    }

    /** Four sums side by side, which is always the same order: double[4k] each. */
    private static double dot(double[] one, float[] other) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int i = 0; i < one.length; i += 4) {
            first += one[i] * other[i];
            second += one[i + 1] * other[i + 1];
            third += one[i + 2] * other[i + 2];
            fourth += one[i + 3] * other[i + 3];
        }
        return first + second + (third + fourth);
    }

    private static double lengthOf(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        return StrictMath.sqrt(squares);
    }

    private static double lengthOf(float[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        return StrictMath.sqrt(squares);
    }
}
