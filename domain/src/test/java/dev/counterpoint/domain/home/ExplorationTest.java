package dev.counterpoint.domain.home;

import static dev.counterpoint.domain.home.Worlds.inputs;
import static dev.counterpoint.domain.home.Worlds.ownShelf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExplorationTest {
    private static final float[] SCORES = new float[60];

    static {
        for (int pair = 0; pair < SCORES.length; pair++) {
            SCORES[pair] = 1f / (1 + pair);
        }
    }

    private static HomeInputs world(DrawingPolicy policy) {
        return inputs(policy, 3, 10, ownShelf("a", 20), ownShelf("b", 20), ownShelf("c", 20));
    }

    @Test
    void a_page_without_chance_spends_nothing() {
        assertThat(Exploration.of(HomePolicy.decide(world(new Greedy()), SCORES, 1)))
                .isEqualTo(new Exploration(0, 0));
    }

    @Test
    void a_page_in_the_order_of_the_model_explores_nothing_and_one_that_is_not_is_counted_slot_by_slot() {
        assertThat(Exploration.of(HomePolicy.decide(world(new EpsilonGreedy(0, 0)), SCORES, 1)))
                .isEqualTo(new Exploration(33, 0));
        Exploration mixed = Exploration.of(HomePolicy.decide(world(new EpsilonGreedy(1, 1)), SCORES, 1));
        assertThat(mixed.slots()).isEqualTo(33);
        assertThat(mixed.explored()).isGreaterThan(20);
    }

    /** One row and one column: 1 − p of the best is η (1 − 1/n) + (1 − η) ε (1 − 1/n), for the one shelf 0. */
    @Test
    void its_mean_is_the_budget() {
        HomeInputs one = inputs(new EpsilonGreedy(0.3, 0.1), 1, 1, ownShelf("a", 20));
        float[] scores = new float[20];
        scores[3] = 1;
        int explored = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            explored += Exploration.of(HomePolicy.decide(one, scores, seed)).explored();
        }
        double budget = (0.1 + 0.9 * 0.3) * 19 / 20;
        double deviation = Math.sqrt(budget * (1 - budget) / 20_000);

        assertThat(explored / 20_000.0).isCloseTo(budget, within(5 * deviation));
    }
}
