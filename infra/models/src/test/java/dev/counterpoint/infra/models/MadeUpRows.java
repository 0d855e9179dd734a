package dev.counterpoint.infra.models;

import dev.counterpoint.domain.feature.Feature;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.training.row.ExposureWeights;
import dev.counterpoint.training.row.Reward;
import dev.counterpoint.training.row.TimeSplit;
import dev.counterpoint.training.row.TrainingRows;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Rows whose labels follow a known law. */
final class MadeUpRows {
    private static final FeatureSet SET = HomeFeatures.HOME_1;

    private MadeUpRows() {}

    /** A row of home-1 by name of the feature. */
    interface Row {
        double of(String feature);
    }

    static TimeSplit following(ToDoubleFunction<Row> logit, int count, long seed) {
        Random random = new Random(seed);
        TrainingRows.Builder rows = TrainingRows.of(SET, Reward.CLICK, ExposureWeights.STANDARD);
        for (int i = 0; i < count; i++) {
            float[] values = anyFeatures(random);
            double p = 1 / (1 + Math.exp(-logit.applyAsDouble(feature -> values[SET.columnOf(feature)])));
            rows.add(values, random.nextDouble() < p ? 1 : 0, 0.5f + random.nextFloat(), i);
        }
        return TimeSplit.of(rows.build(), 0.8);
    }

    /**
     * Rows where the column alone decides, and fresh cards stand in the first ones: whoever does not know of columns takes them for better.
     */
    static TimeSplit byPlace(int count, long seed) {
        Random random = new Random(seed);
        TrainingRows.Builder rows = TrainingRows.of(SET, Reward.CLICK, ExposureWeights.STANDARD);
        for (int i = 0; i < count; i++) {
            float[] values = anyFeatures(random);
            int column = random.nextInt(10);
            values[SET.columnOf("cardFreshness28d")] =
                    (float) Math.max(0, Math.min(1, (9 - column + 3 * random.nextGaussian()) / 9));
            double p = 1 / (1 + Math.exp(-1.5 + 2 * Math.log1p(column)));
            rows.add(values, 0, column, random.nextDouble() < p ? 1 : 0, 0.5f + random.nextFloat(), i);
        }
        return TimeSplit.of(rows.build(), 0.8);
    }

    /** A page of one pair with the features of a row. */
    static FeatureMatrix pageOf(TrainingRows rows, int row) {
        return pageOf(rows, row, Map.of());
    }

    /** The same with other values of some features. */
    static FeatureMatrix pageOf(TrainingRows rows, int row, Map<String, Float> others) {
        Map<String, Float> values = new HashMap<>();
        for (int column = 0; column < SET.size(); column++) {
            values.put(SET.features().get(column).name(), rows.feature(row, column));
        }
        values.putAll(others);
        return Pages.at(9, 1).with(values);
    }

    private static float[] anyFeatures(Random random) {
        float[] values = new float[SET.size()];
        for (int column = 0; column < values.length; column++) {
            Feature feature = SET.features().get(column);
            double lowest = feature.description().lowest();
            double highest = Math.min(feature.description().highest(), lowest + 2);
            values[column] = (float) (lowest + random.nextDouble() * (highest - lowest));
        }
        return values;
    }
}
