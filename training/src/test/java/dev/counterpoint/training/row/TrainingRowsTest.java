package dev.counterpoint.training.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.home.Grid;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrainingRowsTest {
    private static final int FEATURES = HomeFeatures.HOME_1.size();

    private static TrainingRows.Builder builder() {
        return TrainingRows.of(HomeFeatures.HOME_1, Reward.CLICK, ExposureWeights.STANDARD);
    }

    /** Row i has i in each feature, and was served at moment i / 2. */
    private static TrainingRows rows(int count) {
        TrainingRows.Builder builder = builder();
        for (int i = 0; i < count; i++) {
            float[] features = new float[FEATURES];
            Arrays.fill(features, i);
            builder.add(features, i % 2, 1 + i, i / 2);
        }
        return builder.build();
    }

    @Test
    void rows_come_back_as_they_were_added_also_beyond_the_first_block() {
        TrainingRows rows = rows(5_000);

        assertThat(rows.rows()).isEqualTo(5_000);
        assertThat(rows.feature(4_999, FEATURES - 1)).isEqualTo(4_999);
        assertThat(rows.label(4_999)).isEqualTo(1);
        assertThat(rows.weight(4_999)).isEqualTo(5_000);
        assertThat(rows.moment(4_999)).isEqualTo(2_499);
        float[] copy = new float[2 * FEATURES];
        rows.copyFeatures(3, copy, FEATURES);
        assertThat(copy[FEATURES - 1]).isZero();
        assertThat(copy[FEATURES]).isEqualTo(3);
    }

    @Test
    void a_row_of_another_width_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().add(new float[3], 1, 1, 0))
                .withMessage("home-1 has 50 features, not 3");
    }

    @Test
    void a_split_by_time_has_nothing_from_the_future_and_keeps_a_moment_together() {
        TimeSplit split = TimeSplit.of(rows(11), 0.8);

        assertThat(split.earlier().rows()).isEqualTo(8);
        assertThat(split.later().rows()).isEqualTo(3);
        assertThat(split.earlier().moment(7)).isLessThan(split.later().moment(0));
        assertThat(split.later().feature(0, 0)).isEqualTo(8);
    }

    @Test
    void rows_of_one_moment_cannot_be_split() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeSplit.of(rows(2), 0.8))
                .withMessage("2 rows cannot be split by time: too many of them have the same moment");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeSplit.of(rows(0), 0.8))
                .withMessage("0 rows cannot be split by time");
    }

    @Test
    void weights_are_what_uniform_exposure_would_have_over_what_was_up_to_a_cap() {
        assertThat((double) ExposureWeights.STANDARD.of(slot(10, 0.8))).isCloseTo(0.125, within(1e-7));
        assertThat((double) ExposureWeights.STANDARD.of(slot(10, 0.1))).isCloseTo(1, within(1e-7));
        assertThat(ExposureWeights.STANDARD.of(slot(10, 0.0004))).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> new ExposureWeights(0.5));
    }

    private static ShownSlot slot(int listLength, double marginalPropensity) {
        return new ShownSlot(
                StreamId.ofListener("anybody"),
                Instant.EPOCH,
                0,
                0,
                new float[FEATURES],
                listLength,
                marginalPropensity,
                new PageOutcome(new Grid(8, 10)));
    }
}
