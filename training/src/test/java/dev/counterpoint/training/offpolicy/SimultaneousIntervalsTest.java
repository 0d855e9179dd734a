package dev.counterpoint.training.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.random.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimultaneousIntervalsTest {
    private static final int CANDIDATES = 10;
    private static final double CONFIDENCE = 0.9;

    /** Candidates of no effect, with noise of their own. */
    private static List<ClusteredBootstrap<WeighedAction>> nothing(long seed) {
        List<ClusteredBootstrap<WeighedAction>> all = new ArrayList<>();
        SeededRandom chance = new SeededRandom(seed);
        double[][] noise = new double[CANDIDATES][300];
        for (int candidate = 0; candidate < CANDIDATES; candidate++) {
            ClusteredBootstrap<WeighedAction> one = new ClusteredBootstrap<>(ActionEstimators.ips(), 300, seed);
            for (int row = 0; row < noise[candidate].length; row++) {
                one.add(row, new WeighedAction(1, chance.nextDouble() - 0.5));
            }
            all.add(one);
        }
        return all;
    }

    @Test
    void all_truths_lie_in_their_intervals_as_often_as_promised_where_single_ones_fail() {
        int together = 0;
        int apart = 0;
        int logs = 300;
        for (int seed = 0; seed < logs; seed++) {
            List<ClusteredBootstrap<WeighedAction>> all = nothing(seed);
            together += SimultaneousIntervals.of(all, CONFIDENCE).stream()
                            .allMatch(interval -> interval.orElseThrow().contains(0))
                    ? 1
                    : 0;
            apart += all.stream()
                            .allMatch(one ->
                                    one.studentised(CONFIDENCE).orElseThrow().contains(0))
                    ? 1
                    : 0;
        }

        // Binomial(300, 0.9): standard deviation 5.2, four of them. Ten apart cover together with 0.9^10 = 0.35.
        assertThat(together).isBetween(249, 291);
        assertThat(apart).isLessThan(150);
    }

    @Test
    void one_whose_draws_have_no_spread_has_no_interval_and_widens_no_other() {
        List<ClusteredBootstrap<WeighedAction>> all = nothing(1);
        List<Optional<Interval>> before = SimultaneousIntervals.of(all, CONFIDENCE);
        ClusteredBootstrap<WeighedAction> single = new ClusteredBootstrap<>(ActionEstimators.ips(), 300, 1);
        single.add(1, new WeighedAction(1, 5));
        all.add(single);
        List<Optional<Interval>> after = SimultaneousIntervals.of(all, CONFIDENCE);

        assertThat(after.get(CANDIDATES)).isEmpty();
        assertThat(after.subList(0, CANDIDATES)).isEqualTo(before);
    }
}
