package dev.counterpoint.domain.embedding;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One version of the vectors of cards. A card that it was not learned for has none. Immutable and thread-safe. */
public final class Embeddings {
    /** The version without any vector. */
    public static final String NONE = "none";

    private static final Embeddings EMPTY = new Embeddings(NONE, CardVectors.none());

    private final String version;
    private final CardVectors vectors;

    private Embeddings(String version, CardVectors vectors) {
        this.version = version;
        this.vectors = vectors;
    }

    public static Embeddings none() {
        return EMPTY;
    }

    public static Embeddings of(String version, CardVectors vectors) {
        return new Embeddings(version, vectors);
    }

    /** @param vectors of any length; those of length 0 are left out */
    public static Embeddings of(String version, Map<CardId, Embedding> vectors) {
        List<CardId> cards = new ArrayList<>(vectors.keySet());
        float[] values = new float[cards.size() * Embedding.DIMENSIONS];
        for (int i = 0; i < cards.size(); i++) {
            Embedding vector = vectors.get(cards.get(i));
            if (vector != null) {
                System.arraycopy(vector.toArray(), 0, values, i * Embedding.DIMENSIONS, Embedding.DIMENSIONS);
            }
        }
        return new Embeddings(version, CardVectors.of(cards, values));
    }

    /** The word that decisions cite it by. */
    public String version() {
        return version;
    }

    public CardVectors vectors() {
        return vectors;
    }

    public boolean isEmpty() {
        return vectors.size() == 0;
    }

    public boolean holds(CardId card) {
        return vectors.rowOf(card) >= 0;
    }

    /**
     * Adds a card's vector of length 1, times a weight; nothing where it has none.
     *
     * @param sum double[64]
     */
    public void addTo(double[] sum, CardId card, double weight) {
        int row = vectors.rowOf(card);
        if (row >= 0) {
            vectors.addTo(sum, row, weight);
        }
    }

    /**
     * The cosine of the angle between a vector and a card's.
     *
     * @param vector double[64]
     * @return -1 to 1; 0 where the card has no vector, or the given one has no length
     */
    public double cosine(double[] vector, CardId card) {
        int row = vectors.rowOf(card);
        return row < 0 ? 0 : vectors.cosine(vector, CardVectors.lengthOf(vector), row);
    }

    /**
     * The same of many cards: all are looked up first, since memory is what takes time.
     *
     * @return double[cards]
     */
    public double[] cosines(double[] vector, CardId[] cards) {
        int[] rows = vectors.rowsOf(cards);
        double length = CardVectors.lengthOf(vector);
        double[] cosines = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            cosines[i] = rows[i] < 0 ? 0 : vectors.cosine(vector, length, rows[i]);
        }
        return cosines;
    }
}
