package dev.counterpoint.training.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalsTest {
    private static final int REPLICATES = 400;
    /** E[w] = 1, E[w·r] = 0.3. */
    private static final double VALUE = 0.3;

    @Test
    void times_are_poisson_with_mean_one() {
        PoissonTimes poisson = new PoissonTimes(11);
        double[] times = new double[1_000];
        double sum = 0;
        double squares = 0;
        long none = 0;
        int clusters = 1_000;
        for (int cluster = 0; cluster < clusters; cluster++) {
            poisson.fill(cluster, times);
            for (double each : times) {
                sum += each;
                squares += each * each;
                none += each == 0 ? 1 : 0;
            }
        }
        double draws = 1e6;
        assertThat(sum / draws).isCloseTo(1, within(0.005));
        assertThat(squares / draws).isCloseTo(2, within(0.02));
        assertThat(none / draws).isCloseTo(Math.exp(-1), within(0.0025));
    }

    @Test
    void the_error_of_a_mean_is_that_of_its_clusters() {
        double[] clusters = {1, 4, 2, 7, 6};
        ClusteredBootstrap<WeighedAction> bootstrap = new ClusteredBootstrap<>(ActionEstimators.ips(), 100, 1);
        for (int cluster = 0; cluster < clusters.length; cluster++) {
            bootstrap.add(cluster, new WeighedAction(1, clusters[cluster]));
        }
        // Mean 4, squared deviations 9, 0, 4, 9, 4: √(26 / 4 / 5).
        assertThat(bootstrap.value()).isCloseTo(4, within(1e-12));
        assertThat(bootstrap.standardError()).isCloseTo(Math.sqrt(26.0 / 4 / 5), within(1e-12));
    }

    @Test
    void rows_of_one_cluster_that_are_all_alike_say_no_more_than_one_of_them() {
        List<List<WeighedAction>> clusters = clusters(new Random(2), 200, 1);
        for (OffPolicyEstimator<WeighedAction> estimator : estimators()) {
            ClusteredBootstrap<WeighedAction> once = new ClusteredBootstrap<>(estimator, 100, 1);
            ClusteredBootstrap<WeighedAction> often = new ClusteredBootstrap<>(estimator, 100, 1);
            for (int cluster = 0; cluster < clusters.size(); cluster++) {
                once.add(cluster, clusters.get(cluster).get(0));
                for (int i = 0; i < 10; i++) {
                    often.add(cluster, clusters.get(cluster).get(0));
                }
            }
            assertThat(often.standardError())
                    .as(estimator.reading().name())
                    .isCloseTo(once.standardError(), within(1e-12));
        }
    }

    @Test
    void studentised_intervals_cover_what_they_say_where_clusters_are_many() {
        int runs = 300;
        for (OffPolicyEstimator<WeighedAction> estimator : estimators()) {
            int covered = 0;
            for (int run = 0; run < runs; run++) {
                ClusteredBootstrap<WeighedAction> bootstrap = new ClusteredBootstrap<>(estimator, REPLICATES, run);
                List<List<WeighedAction>> clusters = clusters(new Random(1_000 + run), 600, 3);
                for (int cluster = 0; cluster < clusters.size(); cluster++) {
                    for (WeighedAction row : clusters.get(cluster)) {
                        bootstrap.add(cluster, row);
                    }
                }
                covered += bootstrap.studentised(0.9).orElseThrow().contains(VALUE) ? 1 : 0;
            }
            // Three standard errors of the share: 0.052.
            assertThat((double) covered / runs).as(estimator.reading().name()).isBetween(0.848, 0.952);
        }
    }

    @Test
    void shards_of_clusters_merge_to_the_whole() {
        List<List<WeighedAction>> clusters = clusters(new Random(3), 300, 4);
        for (OffPolicyEstimator<WeighedAction> estimator : estimators()) {
            ClusteredBootstrap<WeighedAction> whole = new ClusteredBootstrap<>(estimator, REPLICATES, 5);
            List<ClusteredBootstrap<WeighedAction>> shards = new ArrayList<>();
            for (int shard = 0; shard < 3; shard++) {
                shards.add(new ClusteredBootstrap<>(estimator, REPLICATES, 5));
            }
            for (int cluster = 0; cluster < clusters.size(); cluster++) {
                for (WeighedAction row : clusters.get(cluster)) {
                    whole.add(cluster, row);
                    shards.get(cluster % 3).add(cluster, row);
                }
            }
            shards.get(0).merge(shards.get(1));
            shards.get(0).merge(shards.get(2));

            Interval expected = whole.studentised(0.95).orElseThrow();
            Interval merged = shards.get(0).studentised(0.95).orElseThrow();
            assertThat(merged.low()).isCloseTo(expected.low(), within(1e-12));
            assertThat(merged.high()).isCloseTo(expected.high(), within(1e-12));
            assertThat(shards.get(0).clusters()).isEqualTo(300);
        }
    }

    @Test
    void without_spread_there_is_no_interval() {
        ClusteredBootstrap<WeighedAction> bootstrap = new ClusteredBootstrap<>(ActionEstimators.ips(), 100, 1);
        bootstrap.add(1, new WeighedAction(1, 1));
        assertThat(bootstrap.studentised(0.95)).isEmpty();
        bootstrap.add(2, new WeighedAction(1, 1));
        assertThat(bootstrap.studentised(0.95)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClusteredBootstrap<>(ActionEstimators.mostLikely(), 100, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClusteredBootstrap<>(ActionEstimators.ips(), 99, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> bootstrap.studentised(1));
    }

    @Test
    void sequences_hold_at_all_times_together() {
        int runs = 300;
        int broken = 0;
        for (int run = 0; run < runs; run++) {
            Random chance = new Random(run);
            EmpiricalBernsteinSequence sequence = new EmpiricalBernsteinSequence(new Bounds(0, 4), 0.9);
            boolean holds = true;
            for (int i = 0; i < 2_000; i++) {
                sequence.add(chance.nextInt(10) == 0 ? 4 : 0);
                holds &= sequence.interval().contains(0.4);
            }
            broken += holds ? 0 : 1;
            assertThat(sequence.interval().high() - sequence.interval().low()).isLessThan(0.5);
        }
        // Three standard errors above one in ten.
        assertThat((double) broken / runs).isLessThanOrEqualTo(0.152);
    }

    @Test
    void a_sequence_refuses_what_its_bounds_rule_out() {
        EmpiricalBernsteinSequence sequence = new EmpiricalBernsteinSequence(new Bounds(0, 1), 0.95);
        assertThat(sequence.interval()).isEqualTo(new Interval(0, 1, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> sequence.add(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> sequence.add(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new EmpiricalBernsteinSequence(new Bounds(1, 1), 0.95));
        assertThat(sequence.count()).isZero();
    }

    private static List<OffPolicyEstimator<WeighedAction>> estimators() {
        return List.of(
                ActionEstimators.ips(),
                ActionEstimators.snips(),
                ActionEstimators.doublyRobust(),
                ActionEstimators.selfNormalisedDoublyRobust());
    }

    /** Two actions, logged with 0.25 and 0.75, wanted evenly; one earns 0.4 and one 0.2 of the time, more or less by cluster. The model is off. */
    private static List<List<WeighedAction>> clusters(Random chance, int count, int rows) {
        List<List<WeighedAction>> clusters = new ArrayList<>();
        for (int cluster = 0; cluster < count; cluster++) {
            double shift = 0.1 * (2 * chance.nextDouble() - 1);
            List<WeighedAction> own = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                boolean isRare = chance.nextInt(4) == 0;
                double rate = (isRare ? 0.4 : 0.2) + shift;
                own.add(new WeighedAction(
                        isRare ? 2 : 0.5 / 0.75, chance.nextDouble() < rate ? 1 : 0, isRare ? 0.5 : 0.1, 0.3));
            }
            clusters.add(own);
        }
        return clusters;
    }
}
