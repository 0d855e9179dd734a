package dev.counterpoint.infra.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.home.DrawingPolicy;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.Greedy;
import dev.counterpoint.infra.benchmarks.study.CarouselRun.Contender;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CarouselRunTest {
    private static final EpsilonGreedy DRAWING = new EpsilonGreedy(0.05, 0.02);
    private static final int SLOTS = 6;
    private static final int ROUNDS = 20;
    private static final CarouselWorld WORLD = favouritesOfTheirOwn();

    @Test
    void own_rates_learn_most_of_the_way_and_stay_below_what_the_policy_can_reach() {
        double[] learned = run(DRAWING, true, 1);

        assertThat(learned[0]).isLessThan(WORLD.popularity(SLOTS));
        assertThat(learned[ROUNDS - 1]).isGreaterThan(1.2 * WORLD.popularity(SLOTS));
        assertThat(greatest(learned)).isLessThan(WORLD.toldTheTruth(DRAWING, SLOTS) + 1e-12);
        assertThat(WORLD.toldTheTruth(DRAWING, SLOTS)).isLessThan(WORLD.optimum(SLOTS));
    }

    @Test
    void rates_of_all_users_do_not_pass_popularity() {
        double[] learned = run(DRAWING, false, 1);

        assertThat(learned[ROUNDS - 1]).isGreaterThan(2 * learned[0]);
        assertThat(greatest(learned)).isLessThan(WORLD.popularity(SLOTS));
    }

    @Test
    void the_uniform_arm_stays_far_below_the_policy_that_follows_its_order() {
        double[] followed = run(DRAWING, true, 1);
        double[] uniform = run(DRAWING.uniform(), true, 1);

        assertThat(2 * uniform[ROUNDS - 1]).isLessThan(followed[ROUNDS - 1]);
    }

    @Test
    void greedy_shows_no_more_than_its_optimum() {
        assertThat(greatest(run(new Greedy(), true, 1))).isLessThan(WORLD.optimum(SLOTS) + 1e-12);
    }

    @Test
    void the_same_seed_gives_the_same_values_and_another_seed_others() {
        assertThat(run(DRAWING, true, 5)).isEqualTo(run(DRAWING, true, 5)).isNotEqualTo(run(DRAWING, true, 6));
    }

    private static double greatest(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    private static double[] run(DrawingPolicy drawing, boolean own, long seed) {
        Contender contender = new Contender("any", drawing, new ClickRates.Prior(1, 99), own);
        return new CarouselRun(WORLD, contender, SLOTS, seed).expectedClicks(ROUNDS, 100);
    }

    /** Three users and 90 cards: three that all like somewhat, and for each user six that nobody else likes. */
    private static CarouselWorld favouritesOfTheirOwn() {
        double[][] chances = new double[3][90];
        for (int user = 0; user < 3; user++) {
            Arrays.fill(chances[user], 0.01);
            Arrays.fill(chances[user], 80, 83, 0.2);
            Arrays.fill(chances[user], 6 * user + 60, 6 * user + 66, 0.4);
        }
        return new CarouselWorld(chances);
    }
}
