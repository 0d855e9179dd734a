package dev.counterpoint.domain.embedding;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Vectors of cards, 64 signed bytes each: a vector's largest part is ±127 and the others are rounded to the same scale, which no cosine feels.
 * Products of bytes are whole numbers, so that cosines come out bit for bit the same on every machine. Rows are in the order of card ids.
 * About 110 bytes a card. Immutable and thread-safe.
 */
public final class CardVectors {
    /** Parts of a vector. */
    public static final int DIMENSIONS = Embedding.DIMENSIONS;

    private static final int LARGEST = 127;
    private static final CardVectors NONE = new CardVectors(CardRows.of(List.of()), new byte[0]);

    private final CardRows rows;
    private final byte[] values;
    private final double[] lengths;

    /** @param values byte[rows × 64], not copied; no row of zeros */
    CardVectors(CardRows rows, byte[] values) {
        this.rows = rows;
        this.values = values;
        this.lengths = new double[rows.size()];
        for (int row = 0; row < lengths.length; row++) {
            lengths[row] = StrictMath.sqrt(dot(row, row));
            if (lengths[row] == 0) {
                throw new IllegalArgumentException("the vector of card " + rows.at(row) + " has no length");
            }
        }
    }

    static CardVectors none() {
        return NONE;
    }

    /**
     * Rounds vectors to bytes; those without length, and those that are not finite, are left out.
     *
     * @param cards none twice
     * @param values float[cards × 64], in the order of the cards
     */
    public static CardVectors of(List<CardId> cards, float[] values) {
        int[] order = IntStream.range(0, cards.size())
                .filter(card -> largest(values, card * DIMENSIONS) > 0)
                .boxed()
                .sorted((one, other) -> cards.get(one).compareTo(cards.get(other)))
                .mapToInt(Integer::intValue)
                .toArray();
        byte[] rounded = new byte[order.length * DIMENSIONS];
        List<CardId> ordered = new ArrayList<>(order.length);
        for (int row = 0; row < order.length; row++) {
            ordered.add(cards.get(order[row]));
            round(values, order[row] * DIMENSIONS, rounded, row * DIMENSIONS);
        }
        return new CardVectors(CardRows.of(ordered), rounded);
    }

    private static double largest(float[] values, int from) {
        double largest = 0;
        for (int i = from; i < from + DIMENSIONS; i++) {
            if (!Float.isFinite(values[i])) {
                return 0;
            }
            largest = Math.max(largest, Math.abs(values[i]));
        }
        return largest;
    }

    private static void round(float[] values, int from, byte[] into, int to) {
        double largest = largest(values, from);
        for (int i = 0; i < DIMENSIONS; i++) {
            into[to + i] = (byte) Math.rint(values[from + i] / largest * LARGEST);
        }
    }

    /**
     * A direction in which neighbours are looked for, rounded as vectors of cards are.
     *
     * @param vector double[64], finite
     * @return byte[64]; zeros where the vector has no length
     */
    public static byte[] rounded(double[] vector) {
        double largest = 0;
        for (double value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] rounded = new byte[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS && largest > 0; i++) {
            rounded[i] = (byte) Math.rint(vector[i] / largest * LARGEST);
        }
        return rounded;
    }

    /** How many cards there are. */
    public int size() {
        return rows.size();
    }

    public CardId cardAt(int row) {
        return rows.at(row);
    }

    /** @return -1 where the card has no vector */
    public int rowOf(CardId card) {
        return rows.rowOf(card);
    }

    /** @return int[cards], -1 where a card has no vector */
    int[] rowsOf(CardId[] cards) {
        return rows.rowsOf(cards);
    }

    /** The product of two rows: Σ a·b over whole numbers. */
    public int dot(int row, int other) {
        int from = row * DIMENSIONS;
        int with = other * DIMENSIONS;
        int sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum += values[from + i] * values[with + i];
        }
        return sum;
    }

    /** @param direction byte[64] */
    public int dot(byte[] direction, int row) {
        int from = row * DIMENSIONS;
        int sum = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum += direction[i] * values[from + i];
        }
        return sum;
    }

    /** Of a row, in its own scale, above 0. */
    public double length(int row) {
        return lengths[row];
    }

    /** Adds a row of length 1, times a weight, to {@code sum}: double[64]. */
    public void addTo(double[] sum, int row, double weight) {
        int from = row * DIMENSIONS;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] += weight * (values[from + i] / lengths[row]);
        }
    }

    /**
     * The cosine of the angle between a vector and a row's: four sums side by side, which is always the same order.
     *
     * @param vector double[64]
     * @param length of the vector, as {@link #lengthOf} gives it
     * @return -1 to 1; 0 where the vector has no length
     */
    public double cosine(double[] vector, double length, int row) {
        if (length == 0) {
            return 0;
        }
        int from = row * DIMENSIONS;
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int i = 0; i < DIMENSIONS; i += 4) {
            first += vector[i] * values[from + i];
            second += vector[i + 1] * values[from + i + 1];
            third += vector[i + 2] * values[from + i + 2];
            fourth += vector[i + 3] * values[from + i + 3];
        }
        double product = first + second + (third + fourth);
        return Math.max(-1, Math.min(1, product / (length * lengths[row])));
    }

    /** @param vector double[64] */
    public static double lengthOf(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        return StrictMath.sqrt(squares);
    }

    CardRows rows() {
        return rows;
    }

    byte[] values() {
        return values;
    }
}
