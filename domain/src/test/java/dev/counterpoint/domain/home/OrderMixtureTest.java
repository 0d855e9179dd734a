package dev.counterpoint.domain.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.random.SeededRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several orders of the same items, as Thompson sampling would bring them. */
class OrderMixtureTest {
    private static final double EXACT = 1e-12;
    private static final double EPSILON = 0.2;
    private static final double[] WEIGHTS = {0.1, 0.5, 0.3, 0.1};
    private static final int[][] ORDERS = {{0, 1, 2, 3}, {3, 1, 0, 2}, {0, 3, 2, 1}};

    @Test
    void probabilities_ofThreeOrdersMixed_equalFullEnumeration() {
        for (int slots = 1; slots <= 4; slots++) {
            List<int[]> all = Worlds.arrangements(4, slots);
            double[][] marginals = new double[4][slots];
            double total = 0;
            for (int[] items : all) {
                double p = probability(items, slots);
                total += p;
                for (int slot = 0; slot < slots; slot++) {
                    marginals[items[slot]][slot] += p;
                }
            }
            assertThat(total).isCloseTo(1, within(EXACT));
            for (int[] items : all) {
                compare(mixture().probabilitiesOf(items.clone()), items, marginals);
            }
        }
    }

    private static void compare(ListDraw draw, int[] items, double[][] marginals) {
        for (int slot = 0; slot < items.length; slot++) {
            double prefix = probability(items, slot + 1);
            assertThat(draw.conditional()[slot]).isCloseTo(prefix / probability(items, slot), within(EXACT));
            assertThat(Math.exp(draw.logPrefix()[slot])).isCloseTo(prefix, within(EXACT));
            assertThat(draw.marginal()[slot]).isCloseTo(marginals[items[slot]][slot], within(EXACT));
        }
    }

    @Test
    void draw_fillsSlotsAsOftenAsStated() {
        int draws = 200_000;
        Map<String, Integer> drawn = new HashMap<>();
        SeededRandom chance = new SeededRandom(5);
        for (int i = 0; i < draws; i++) {
            drawn.merge(Arrays.toString(mixture().draw(3, chance)), 1, Integer::sum);
        }

        for (int[] items : Worlds.arrangements(4, 3)) {
            double p = probability(items, 3);
            assertThat(drawn.getOrDefault(Arrays.toString(items), 0).doubleValue())
                    .as(Arrays.toString(items))
                    .isCloseTo(draws * p, within(5 * Math.sqrt(draws * p * (1 - p))));
        }
    }

    private static OrderMixture mixture() {
        return new OrderMixture(4, EPSILON, WEIGHTS, ORDERS);
    }

    /** From the definition: Σ_m λ_m Π_i p_m(c_i | before). */
    private static double probability(int[] items, int slots) {
        double sum = 0;
        for (int component = 0; component < WEIGHTS.length; component++) {
            double product = WEIGHTS[component];
            for (int slot = 0; slot < slots; slot++) {
                double any = 1.0 / (4 - slot);
                product *= component == 0
                        ? any
                        : (items[slot] == firstLeft(ORDERS[component - 1], items, slot) ? 1 - EPSILON : 0)
                                + EPSILON * any;
            }
            sum += product;
        }
        return sum;
    }

    private static int firstLeft(int[] order, int[] items, int slots) {
        return Arrays.stream(order)
                .filter(item -> Arrays.stream(items, 0, slots).noneMatch(taken -> taken == item))
                .findFirst()
                .orElseThrow();
    }
}
