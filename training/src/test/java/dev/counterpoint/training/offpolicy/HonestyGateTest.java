package dev.counterpoint.training.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.training.offpolicy.WeightAudit.Overlap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HonestyGateTest {

    @Test
    void a_sound_log_passes() {
        assertThat(HonestyGate.STANDARD.reasonsAgainst(log(3_000).overlap())).isEmpty();
    }

    @Test
    void one_row_that_was_next_to_impossible_is_refused_and_named() {
        WeightAudit log = log(3_000);
        log.add(99_999, "decision-of-fate", 21_739, 0);

        Overlap overlap = log.overlap();

        assertThat(overlap.effectiveClusters()).isCloseTo(2, within(0.01));
        assertThat(HonestyGate.STANDARD.reasonsAgainst(overlap))
                .anyMatch(reason -> reason.contains("decision-of-fate weighs 21739.0"))
                .anyMatch(reason -> reason.startsWith("an effective 2 clusters"));
    }

    @Test
    void probabilities_that_are_wrong_show_in_the_mean_weight() {
        WeightAudit log = new WeightAudit();
        Random chance = new Random(1);
        for (int row = 0; row < 5_000; row++) {
            log.add(row, "row " + row, 1.1 * (0.5 + chance.nextDouble()), 1);
        }
        assertThat(HonestyGate.STANDARD.reasonsAgainst(log.overlap()))
                .singleElement()
                .asString()
                .startsWith("the mean weight is 1.1");
    }

    @Test
    void one_listener_only_is_refused_whatever_it_says() {
        WeightAudit log = new WeightAudit();
        for (int row = 0; row < 5_000; row++) {
            log.add(7, "row " + row, 1, 1);
        }
        assertThat(HonestyGate.STANDARD.reasonsAgainst(log.overlap()))
                .contains("1 clusters are fewer than 2000", "an effective 1 clusters are fewer than 1000");
        assertThat(HonestyGate.STANDARD.reasonsAgainst(new WeightAudit().overlap()))
                .contains("0 clusters are fewer than 2000");
    }

    @Test
    void shards_merge_to_the_whole() {
        WeightAudit whole = new WeightAudit();
        WeightAudit one = new WeightAudit();
        WeightAudit other = new WeightAudit();
        Random chance = new Random(4);
        for (int row = 0; row < 2_000; row++) {
            int cluster = row / 4;
            double weight = 2 * chance.nextDouble();
            whole.add(cluster, "row " + row, weight, row % 3);
            (cluster % 2 == 0 ? one : other).add(cluster, "row " + row, weight, row % 3);
        }
        one.merge(other);

        Overlap merged = one.overlap();
        Overlap expected = whole.overlap();
        assertThat(merged.heaviest()).isEqualTo(expected.heaviest()).hasSize(10);
        assertThat(merged.rows()).isEqualTo(expected.rows()).isEqualTo(2_000);
        assertThat(merged.clusters()).isEqualTo(expected.clusters()).isEqualTo(500);
        assertThat(merged.rewards()).isEqualTo(expected.rewards());
        assertThat(merged.effectiveClusters()).isCloseTo(expected.effectiveClusters(), within(1e-9));
        assertThat(merged.meanWeightError()).isCloseTo(expected.meanWeightError(), within(1e-12));
    }

    private static WeightAudit log(int clusters) {
        WeightAudit log = new WeightAudit();
        Random chance = new Random(1);
        for (int cluster = 0; cluster < clusters; cluster++) {
            for (int row = 0; row < 3; row++) {
                log.add(cluster, cluster + "-" + row, 2 * chance.nextDouble(), chance.nextInt(2));
            }
        }
        return log;
    }
}
