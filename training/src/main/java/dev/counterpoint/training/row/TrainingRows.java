package dev.counterpoint.training.row;

import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.time.Micros;
import java.util.Arrays;

/**
 * Rows of training, by column: features float[rows × features], labels, weights, and the moments of their pages in microseconds. In the order
 * that they were added in. Immutable.
 */
public final class TrainingRows {
    /** Numbers of a position. */
    public static final int POSITIONS = 2;

    private final FeatureSet set;
    private final int rows;
    private final float[] features;
    private final float[] labels;
    private final float[] weights;
    private final long[] moments;
    private final float[] positions;

    private TrainingRows(
            FeatureSet set,
            int rows,
            float[] features,
            float[] labels,
            float[] weights,
            long[] moments,
            float[] positions) {
        this.set = set;
        this.rows = rows;
        this.features = features;
        this.labels = labels;
        this.weights = weights;
        this.moments = moments;
        this.positions = positions;
    }

    public static Builder of(FeatureSet set, Reward reward, ExposureWeights weights) {
        return new Builder(set, reward, weights);
    }

    public FeatureSet set() {
        return set;
    }

    public int rows() {
        return rows;
    }

    /** Copies the features of a row to {@code target}, from {@code offset} on. */
    public void copyFeatures(int row, float[] target, int offset) {
        System.arraycopy(features, row * set.size(), target, offset, set.size());
    }

    public float feature(int row, int column) {
        return features[row * set.size() + column];
    }

    /**
     * Copies where the slot of a row stood to {@code target}, from {@code offset} on: {@link #POSITIONS} numbers, ln(1 + row) and ln(1 + column).
     * They are no features: a model may learn by them what a place does to a card, and is asked for cards that have no place yet.
     */
    public void copyPosition(int row, float[] target, int offset) {
        System.arraycopy(positions, row * POSITIONS, target, offset, POSITIONS);
    }

    /** What was earned, within [0, 1]. */
    public float label(int row) {
        return labels[row];
    }

    /** Greater than 0. */
    public float weight(int row) {
        return weights[row];
    }

    public long moment(int row) {
        return moments[row];
    }

    /**
     * What an estimator asks before it fits.
     *
     * @param learner who says so
     * @throws IllegalArgumentException if no row earned a reward, or every row: there is nothing to tell apart
     */
    public void requireBothLabels(String learner) {
        int earned = 0;
        for (float label : labels) {
            earned += label > 0 ? 1 : 0;
        }
        if (earned == 0 || earned == rows) {
            throw new IllegalArgumentException(
                    learner + " cannot learn from " + rows + " rows of which " + earned + " earned a reward");
        }
    }

    /** The rows at these places, in this order. */
    public TrainingRows select(int[] places) {
        TrainingRows selected = new TrainingRows(
                set,
                places.length,
                new float[places.length * set.size()],
                new float[places.length],
                new float[places.length],
                new long[places.length],
                new float[places.length * POSITIONS]);
        for (int i = 0; i < places.length; i++) {
            copyFeatures(places[i], selected.features, i * set.size());
            selected.labels[i] = labels[places[i]];
            selected.weights[i] = weights[places[i]];
            selected.moments[i] = moments[places[i]];
            copyPosition(places[i], selected.positions, i * POSITIONS);
        }
        return selected;
    }

    /** Collects rows. Not thread-safe. */
    public static final class Builder {
        private final FeatureSet set;
        private final Reward reward;
        private final ExposureWeights exposure;
        private int rows;
        private float[] features;
        private float[] labels = new float[1_024];
        private float[] weights = new float[1_024];
        private long[] moments = new long[1_024];
        private float[] positions = new float[1_024 * POSITIONS];

        private Builder(FeatureSet set, Reward reward, ExposureWeights exposure) {
            this.set = set;
            this.reward = reward;
            this.exposure = exposure;
            this.features = new float[1_024 * set.size()];
        }

        public Builder add(ShownSlot slot) {
            return add(
                    slot.features(),
                    slot.row(),
                    slot.column(),
                    (float) slot.earned(reward),
                    exposure.of(slot),
                    Micros.of(slot.servedAt()));
        }

        /** Of a slot in the first column of the first row. */
        public Builder add(float[] values, float label, float weight, long atMicros) {
            return add(values, 0, 0, label, weight, atMicros);
        }

        /**
         * @param values float[features]
         * @param row of the page, from 0
         * @param column from 0
         * @throws IllegalArgumentException if there are not as many values as the set has features
         */
        public Builder add(float[] values, int row, int column, float label, float weight, long atMicros) {
            if (values.length != set.size()) {
                throw new IllegalArgumentException(
                        set.name() + " has " + set.size() + " features, not " + values.length);
            }
            if (rows == labels.length) {
                int more = rows + rows / 2;
                features = Arrays.copyOf(features, more * set.size());
                labels = Arrays.copyOf(labels, more);
                weights = Arrays.copyOf(weights, more);
                moments = Arrays.copyOf(moments, more);
                positions = Arrays.copyOf(positions, more * POSITIONS);
            }
            System.arraycopy(values, 0, features, rows * set.size(), values.length);
            labels[rows] = label;
            weights[rows] = weight;
            moments[rows] = atMicros;
            positions[rows * POSITIONS] = (float) Math.log1p(row);
            positions[rows * POSITIONS + 1] = (float) Math.log1p(column);
            rows++;
            return this;
        }

        public TrainingRows build() {
            return new TrainingRows(
                    set,
                    rows,
                    Arrays.copyOf(features, rows * set.size()),
                    Arrays.copyOf(labels, rows),
                    Arrays.copyOf(weights, rows),
                    Arrays.copyOf(moments, rows),
                    Arrays.copyOf(positions, rows * POSITIONS));
        }
    }
}
