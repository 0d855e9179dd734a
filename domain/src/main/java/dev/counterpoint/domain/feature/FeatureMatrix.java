package dev.counterpoint.domain.feature;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The features of all (shelf, card) pairs of a plan: float[pairs × features], row-major, every value finite and within its feature's
 * range. Rows stand in the order of the plan, columns in that of the set. Immutable and thread-safe.
 */
public final class FeatureMatrix {
    private final FeatureSet set;
    private final int rows;
    private final float[] values;

    private FeatureMatrix(FeatureSet set, int rows, float[] values) {
        this.set = set;
        this.rows = rows;
        this.values = values;
    }

    /** Computes each feature once for what it depends on: the page, each shelf, each pair. */
    public static FeatureMatrix of(FeatureSet set, FeatureInputs inputs) {
        int rows = inputs.pairs();
        float[] values = new float[rows * set.size()];
        new Computation(set, Moment.of(inputs)).compute(inputs.shelves(), values);
        return new FeatureMatrix(set, rows, values);
    }

    public FeatureSet set() {
        return set;
    }

    /** @throws IllegalArgumentException if it is of another set than the one that a model scores */
    public void requireOf(FeatureSet scored, String modelId) {
        if (!set.name().equals(scored.name())) {
            throw new IllegalArgumentException(modelId + " scores " + scored.name() + ", not " + set.name());
        }
    }

    /** How many pairs there are. */
    public int rows() {
        return rows;
    }

    public int columns() {
        return set.size();
    }

    public float value(int row, int column) {
        return values[row * set.size() + column];
    }

    /** All values, row-major; a view that cannot be written. */
    public FloatBuffer values() {
        return FloatBuffer.wrap(values).asReadOnlyBuffer();
    }

    /**
     * The same pairs with other values in some columns: the same one in all rows. The same matrix where that changes nothing.
     *
     * @param constants by feature; those that the set does not have are passed over
     */
    public FeatureMatrix with(Map<String, Float> constants) {
        float[] changed = values.clone();
        for (int column = 0; column < set.size(); column++) {
            Float constant = constants.get(set.features().get(column).name());
            if (constant != null) {
                for (int row = 0; row < rows; row++) {
                    changed[row * set.size() + column] = constant;
                }
            }
        }
        return Arrays.equals(changed, values) ? this : new FeatureMatrix(set, rows, changed);
    }

    /** {@code bias + Σ weights[i] · value(row, columns[i])} in the given order, in double. */
    public double dot(int row, int[] columns, double[] weights, double bias) {
        double sum = bias;
        int offset = row * set.size();
        for (int i = 0; i < columns.length; i++) {
            sum += weights[i] * values[offset + columns[i]];
        }
        return sum;
    }

    /** SHA-256 over the set's name, a zero byte, rows and columns as int, and the raw bits of all values, big-endian: 32 bytes. */
    public byte[] digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(set.name().getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.allocate(1 + 2 * Integer.BYTES + values.length * Float.BYTES);
            bytes.put((byte) 0).putInt(rows).putInt(set.size());
            bytes.slice().asFloatBuffer().put(values);
            sha.update(bytes.array());
            return sha.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Fills rows, shelf by shelf: what belongs to the page and to the shelf is worked out once and copied. */
    private static final class Computation {
        private final Moment moment;
        private final float[] row;
        private final Feature.OfShelf[] shelfFeatures;
        private final Feature.OfPair[] pairFeatures;
        private final int[] shelfColumns;
        private final int[] pairColumns;

        Computation(FeatureSet set, Moment moment) {
            this.moment = moment;
            this.row = new float[set.size()];
            this.shelfFeatures = of(Feature.OfShelf.class, set).toArray(Feature.OfShelf[]::new);
            this.pairFeatures = of(Feature.OfPair.class, set).toArray(Feature.OfPair[]::new);
            this.shelfColumns = columnsOf(set, shelfFeatures);
            this.pairColumns = columnsOf(set, pairFeatures);
            of(Feature.OfMoment.class, set)
                    .forEach(feature -> row[set.columnOf(feature.name())] = feature.valueAt(moment));
        }

        private static <F extends Feature> List<F> of(Class<F> kind, FeatureSet set) {
            return set.features().stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }

        private static int[] columnsOf(FeatureSet set, Feature[] features) {
            return Arrays.stream(features)
                    .mapToInt(feature -> set.columnOf(feature.name()))
                    .toArray();
        }

        void compute(List<CandidateShelf> shelves, float[] values) {
            int offset = 0;
            PairMoment pair = new PairMoment(moment);
            for (CandidateShelf shelf : shelves) {
                int cards = shelf.cards().size();
                compute(ShelfMoment.of(moment, shelf));
                for (int card = 0; card < cards; card++) {
                    System.arraycopy(row, 0, values, offset + card * row.length, row.length);
                }
                pair.enter(shelf.cards());
                for (int i = 0; i < pairColumns.length; i++) {
                    compute(pairFeatures[i], pair, cards, values, offset + pairColumns[i]);
                }
                offset += cards * row.length;
            }
        }

        private void compute(ShelfMoment shelf) {
            for (int i = 0; i < shelfColumns.length; i++) {
                row[shelfColumns[i]] = shelfFeatures[i].valueAt(shelf);
            }
        }

        /** One feature of all cards of a shelf: the processor works on several of them at once. */
        private void compute(Feature.OfPair feature, PairMoment pair, int cards, float[] values, int first) {
            for (int card = 0; card < cards; card++) {
                pair.moveTo(card);
                values[first + card * row.length] = feature.valueAt(pair);
            }
        }
    }
}
