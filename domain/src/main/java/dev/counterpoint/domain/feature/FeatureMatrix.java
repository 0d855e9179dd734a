package dev.counterpoint.domain.feature;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

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

    /** {@code bias + Σ weights[column] · value(row, column)} in the order of the columns, in double. */
    public double dot(int row, double[] weights, double bias) {
        double sum = bias;
        int offset = row * set.size();
        for (int column = 0; column < weights.length; column++) {
            sum += weights[column] * values[offset + column];
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

    /** Fills rows: what belongs to the page and to the shelf is copied from the row before. */
    private static final class Computation {
        private final Moment moment;
        private final FeatureSet set;
        private final float[] row;
        private final List<Feature.OfShelf> shelfFeatures = new ArrayList<>();
        private final List<Feature.OfPair> pairFeatures = new ArrayList<>();
        private final int[] shelfColumns;
        private final int[] pairColumns;

        Computation(FeatureSet set, Moment moment) {
            this.set = set;
            this.moment = moment;
            this.row = new float[set.size()];
            for (Feature feature : set.features()) {
                place(feature);
            }
            this.shelfColumns = columnsOf(shelfFeatures);
            this.pairColumns = columnsOf(pairFeatures);
        }

        private void place(Feature feature) {
            if (feature instanceof Feature.OfMoment ofMoment) {
                row[set.columnOf(feature.name())] = ofMoment.valueAt(moment);
            } else if (feature instanceof Feature.OfShelf ofShelf) {
                shelfFeatures.add(ofShelf);
            } else if (feature instanceof Feature.OfPair ofPair) {
                pairFeatures.add(ofPair);
            }
        }

        private int[] columnsOf(List<? extends Feature> features) {
            return features.stream()
                    .mapToInt(feature -> set.columnOf(feature.name()))
                    .toArray();
        }

        void compute(List<CandidateShelf> shelves, float[] values) {
            int offset = 0;
            for (CandidateShelf shelf : shelves) {
                ShelfMoment shelfMoment = ShelfMoment.of(moment, shelf);
                for (int i = 0; i < shelfColumns.length; i++) {
                    row[shelfColumns[i]] = shelfFeatures.get(i).valueAt(shelfMoment);
                }
                for (int rank = 0; rank < shelf.cards().size(); rank++) {
                    compute(new PairMoment(moment, shelf.cards().get(rank), rank));
                    System.arraycopy(row, 0, values, offset, row.length);
                    offset += row.length;
                }
            }
        }

        private void compute(PairMoment pair) {
            for (int i = 0; i < pairColumns.length; i++) {
                row[pairColumns[i]] = pairFeatures.get(i).valueAt(pair);
            }
        }
    }
}
