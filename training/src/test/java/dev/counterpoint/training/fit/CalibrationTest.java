package dev.counterpoint.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.training.row.ExposureWeights;
import dev.counterpoint.training.row.Reward;
import dev.counterpoint.training.row.TrainingRows;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final int ROWS = 40_000;
    private static final FeatureSet SET =
            new FeatureSet("one", HomeFeatures.HOME_1.features().subList(0, 1));

    private final SeededRandom chance = SeededRandom.of(1, "rows");

    /** Rows with σ(0.5 · logit − 1) as the truth, where a model says σ(logit). */
    private Told tooSure(int count, double shift) {
        TrainingRows.Builder rows = TrainingRows.of(SET, Reward.CLICK, ExposureWeights.STANDARD);
        float[] logits = new float[count];
        for (int row = 0; row < count; row++) {
            logits[row] = (float) (8 * chance.nextDouble() - 4);
            double p = sigmoid(0.5 * logits[row] + shift);
            rows.add(new float[1], chance.nextDouble() < p ? 1 : 0, (float) (0.5 + chance.nextDouble()), row);
        }
        return new Told(logits, rows.build());
    }

    private record Told(float[] logits, TrainingRows rows) {
        /** Σ weight · |mean said − mean came true| of ten groups by what was said. */
        double error(Calibration calibration) {
            double[] said = new double[10];
            double[] came = new double[10];
            double weights = 0;
            for (int row = 0; row < logits.length; row++) {
                double p = sigmoid(calibration.logit(logits[row]));
                int group = Math.min(9, (int) (10 * p));
                said[group] += rows.weight(row) * p;
                came[group] += rows.weight(row) * rows.label(row);
                weights += rows.weight(row);
            }
            double sum = 0;
            for (int group = 0; group < 10; group++) {
                sum += Math.abs(said[group] - came[group]);
            }
            return sum / weights;
        }
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    @Test
    void what_was_said_too_surely_is_brought_to_what_came_true() {
        Told told = tooSure(ROWS, -1);

        Calibration calibration = Calibration.of(told.logits(), told.rows());

        assertThat(calibration.slope()).isCloseTo(0.5, within(0.03));
        assertThat(calibration.shift()).isCloseTo(-1, within(0.05));
        Told others = tooSure(ROWS, -1);
        assertThat(others.error(Calibration.NONE)).isGreaterThan(0.1);
        assertThat(others.error(calibration)).isLessThan(0.015);
    }

    @Test
    void the_mean_of_what_is_said_is_the_weighted_mean_of_what_came_true() {
        Told told = tooSure(ROWS, -3);
        Calibration calibration = Calibration.of(told.logits(), told.rows());
        double said = 0;
        double came = 0;
        double weights = 0;
        for (int row = 0; row < ROWS; row++) {
            said += told.rows().weight(row) * sigmoid(calibration.logit(told.logits()[row]));
            came += told.rows().weight(row) * told.rows().label(row);
            weights += told.rows().weight(row);
        }

        assertThat(said / weights).isCloseTo(came / weights, within(1e-3));
    }

    @Test
    void weights_decide_which_rows_come_true() {
        TrainingRows.Builder rows = TrainingRows.of(SET, Reward.CLICK, ExposureWeights.STANDARD);
        for (int row = 0; row < 2_000; row++) {
            rows.add(new float[1], row % 2, row % 2 == 0 ? 3 : 1, row);
        }

        Calibration calibration = Calibration.of(new float[2_000], rows.build());

        assertThat(sigmoid(calibration.shift())).isCloseTo(0.25, within(1e-3));
    }

    @Test
    void rows_that_contradict_a_model_do_not_turn_its_order_round() {
        Told told = tooSure(ROWS, 0);
        for (int row = 0; row < ROWS; row++) {
            told.logits()[row] *= -1;
        }

        Calibration calibration = Calibration.of(told.logits(), told.rows());

        assertThat(calibration.slope()).isEqualTo(Calibration.LEAST_SLOPE);
        assertThat(calibration.shift()).isCloseTo(0, within(0.05));
    }

    @Test
    void rows_of_one_label_or_none_have_a_calibration_too() {
        TrainingRows none = TrainingRows.of(SET, Reward.CLICK, ExposureWeights.STANDARD)
                .add(new float[1], 0, 1, 0)
                .add(new float[1], 0, 1, 1)
                .build();

        Calibration calibration = Calibration.of(new float[] {1, -1}, none);

        assertThat(calibration.shift()).isBetween(-6.0, -3.0);
        assertThat(Calibration.of(new float[0], none.select(new int[0]))).isEqualTo(Calibration.NONE);
    }

    @Test
    void logits_of_other_rows_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.of(
                        new float[3],
                        TrainingRows.of(SET, Reward.CLICK, ExposureWeights.STANDARD)
                                .build()))
                .withMessage("3 logits are not those of 0 rows");
    }
}
