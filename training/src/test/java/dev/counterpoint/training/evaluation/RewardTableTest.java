package dev.counterpoint.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RewardTableTest {

    @Test
    void it_tells_how_often_a_place_is_seen_and_what_slots_of_a_score_earn() {
        RewardTable table = new RewardTable();
        for (int i = 0; i < 1_000; i++) {
            table.add(0, 0, true, 0.9, 1);
            table.add(0, 1, i % 2 == 0, 0.1, i % 10 == 0 ? 1 : 0);
        }
        RewardTable.Fitted fitted = table.fitted();

        assertThat(fitted.seen(0, 0)).isCloseTo(1, within(0.001));
        assertThat(fitted.seen(0, 1)).isCloseTo(0.5, within(0.001));
        assertThat(fitted.seen(5, 5)).isEqualTo(0.5);
        // 20 seen slots of the mean, 1100 / 1500, lie beside the 1000 and the 500 of each score.
        assertThat(fitted.rate(0.9)).isCloseTo((1_000 + 20 * 1_100 / 1_500.0) / 1_020, within(1e-12));
        assertThat(fitted.rate(0.1)).isCloseTo((100 + 20 * 1_100 / 1_500.0) / 520, within(1e-12));
    }

    @Test
    void what_was_added_apart_is_as_if_added_together() {
        RewardTable whole = new RewardTable();
        RewardTable first = new RewardTable();
        RewardTable second = new RewardTable();
        for (int i = 0; i < 100; i++) {
            whole.add(i % 3, i % 7, i % 2 == 0, i / 100.0, i % 5 == 0 ? 1 : 0);
            (i < 60 ? first : second).add(i % 3, i % 7, i % 2 == 0, i / 100.0, i % 5 == 0 ? 1 : 0);
        }
        first.merge(second);

        assertThat(first.fitted().places()).isEqualTo(whole.fitted().places());
        assertThat(first.fitted().rates()).isEqualTo(whole.fitted().rates());
    }

    @Test
    void scores_that_are_no_probabilities_are_told_apart_and_nothing_seen_earns_nothing() {
        RewardTable table = new RewardTable();
        assertThat(table.fitted().rate(0.5)).isZero();

        for (int i = 0; i < 100; i++) {
            table.add(0, 0, true, 3, 1);
            table.add(0, 0, true, -3, 0);
        }
        assertThat(table.fitted().rate(3)).isGreaterThan(table.fitted().rate(-3) + 0.5);
    }
}
