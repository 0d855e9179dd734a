package dev.counterpoint.training.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.listener.InteractionType;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowBlockTest {
    private static final FeatureSet SET = HomeFeatures.HOME_1;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static RowBlock rows(int count) {
        PageOutcome outcome = new PageOutcome(new Grid(1, 1));
        outcome.credit(InteractionType.PLAY, 60_000L, 0, 0);
        outcome.credit(InteractionType.SAVE, null, 0, 0);
        RowBlock.Builder block = RowBlock.of(SET);
        for (int row = 0; row < count; row++) {
            float[] features = new float[SET.size()];
            for (int column = 0; column < features.length; column++) {
                features[column] = column + 0.5f;
            }
            features[0] = row;
            block.add(List.of(new ShownSlot(
                    new StreamId("l-" + row / 2), NOON.plusSeconds(row), 0, 0, features, 10, 0.25, outcome)));
        }
        return block.build();
    }

    @Test
    void rows_come_back_with_every_reward() {
        RowBlock read = RowBlock.read(SET, rows(1_000).toBytes());

        assertThat(read.rows()).isEqualTo(1_000);
        assertThat(read.pages()).isEqualTo(1_000);
        assertThat(read.listeners()).isEqualTo(500);
        assertThat(labels(read, Reward.PLAYED_MS)).containsOnly(0.1f);
        assertThat(labels(read, Reward.SAVE)).containsOnly(1f);
        assertThat(labels(read, Reward.CLICK)).containsOnly(0f);
        TrainingRows rows = rowsOf(read, Reward.SAVE);
        assertThat(rows.feature(999, 0)).isEqualTo(999);
        assertThat(rows.feature(999, SET.size() - 1)).isEqualTo(SET.size() - 0.5f);
        assertThat(rows.weight(7)).isEqualTo(0.4f);
        assertThat(rows.moment(1) - rows.moment(0)).isEqualTo(1_000_000);
    }

    private static TrainingRows rowsOf(RowBlock block, Reward reward) {
        TrainingRows.Builder rows = TrainingRows.of(SET, reward, ExposureWeights.STANDARD);
        block.addTo(rows, reward, ExposureWeights.STANDARD);
        return rows.build();
    }

    private static float[] labels(RowBlock block, Reward reward) {
        TrainingRows rows = rowsOf(block, reward);
        float[] labels = new float[rows.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = rows.label(row);
        }
        return labels;
    }

    @Test
    void rows_of_an_older_program_of_other_features_or_cut_off_are_not_readable() {
        byte[] whole = rows(3).toBytes();
        byte[] older = whole.clone();
        ByteBuffer.wrap(older).putInt(1);

        assertThat(RowBlock.isReadable(SET, whole)).isTrue();
        assertThat(RowBlock.isReadable(SET, older)).isFalse();
        assertThat(RowBlock.isReadable(SET, Arrays.copyOf(whole, whole.length - 1)))
                .isFalse();
        assertThat(RowBlock.isReadable(SET, new byte[0])).isFalse();
        assertThat(RowBlock.isReadable(HomeFeatures.newest(), whole))
                .isEqualTo(HomeFeatures.newest().size() == SET.size());
        assertThatIllegalArgumentException().isThrownBy(() -> RowBlock.read(SET, older));
    }
}
