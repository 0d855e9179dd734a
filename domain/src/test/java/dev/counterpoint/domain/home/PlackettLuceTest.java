package dev.counterpoint.domain.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.random.SeededRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlackettLuceTest {
    private static final double EXACT = 1e-12;
    private static final double[] VALUES = {1, .97, .9, .6, .1, 0};

    /** Temperatures from nearly uniform to one where the clipped weights differ by e^8. */
    @Test
    void probabilities_equal_full_enumeration() {
        for (double temperature : new double[] {10, 1, 0.2, 0.05, 1e-6}) {
            for (double eta : new double[] {0, 0.02, 1}) {
                for (int n = 1; n <= VALUES.length; n++) {
                    compareWithEnumeration(new PlackettLuce(temperature, eta), Arrays.copyOf(VALUES, n));
                }
            }
        }
    }

    private static void compareWithEnumeration(PlackettLuce policy, double[] values) {
        int n = values.length;
        double[][] exact = new double[n][n];
        double total = 0;
        List<int[]> all = Worlds.arrangements(n, n);
        for (int[] ranks : all) {
            double p = probability(policy, values, ranks, n);
            total += p;
            for (int slot = 0; slot < n; slot++) {
                exact[ranks[slot]][slot] += p;
            }
        }
        assertThat(total).isCloseTo(1, within(EXACT));
        for (int[] ranks : all) {
            ListDraw stated = policy.probabilitiesOf(values, ranks);
            for (int slot = 0; slot < n; slot++) {
                double prefix = probability(policy, values, ranks, slot + 1);
                assertThat(Math.exp(stated.logPrefix()[slot])).isCloseTo(prefix, within(EXACT));
                assertThat(stated.conditional()[slot])
                        .isCloseTo(prefix / probability(policy, values, ranks, slot), within(EXACT));
                assertThat(stated.marginal()[slot]).isCloseTo(exact[ranks[slot]][slot], within(EXACT));
            }
        }
        double[][] stated = policy.marginals(values, n);
        for (int item = 0; item < n; item++) {
            assertThat(stated[item]).containsExactly(exact[item], within(EXACT));
        }
    }

    /** From the definition, with no code under test. */
    private static double probability(PlackettLuce policy, double[] values, int[] ranks, int slots) {
        double best = Arrays.stream(values).max().orElseThrow();
        double[] left = Arrays.stream(values)
                .map(value -> Math.exp(Math.max(-8, (value - best) / policy.temperature())))
                .toArray();
        double uniform = 1;
        double weighed = 1;
        for (int slot = 0; slot < slots; slot++) {
            uniform /= values.length - slot;
            weighed *= left[ranks[slot]] / Arrays.stream(left).sum();
            left[ranks[slot]] = 0;
        }
        return policy.eta() * uniform + (1 - policy.eta()) * weighed;
    }

    @Test
    void marginals_of_long_lists_add_up_to_one() {
        double[] values = new double[50];
        Arrays.setAll(values, rank -> 1 / (1 + rank / 5.0));
        double[][] marginals = new PlackettLuce(0.1, 0.02).marginals(values, 10);

        for (int slot = 0; slot < 10; slot++) {
            int column = slot;
            assertThat(Arrays.stream(marginals)
                            .mapToDouble(item -> item[column])
                            .sum())
                    .isCloseTo(1, within(EXACT));
        }
        assertThat(Arrays.stream(marginals)
                        .flatMapToDouble(Arrays::stream)
                        .min()
                        .orElseThrow())
                .isGreaterThanOrEqualTo(0.02 / 50);
    }

    /** Given cards make lists beyond 50: arrivals then follow each other more closely than three points for each doubling tell apart. */
    @Test
    void marginals_of_lists_of_given_cards_add_up_to_one() {
        for (int slots : new int[] {10, 100}) {
            double[] values = new double[120];
            Arrays.setAll(values, rank -> -rank / 120.0);
            PlackettLuce policy = new PlackettLuce(0.2, 0);
            double[][] marginals = policy.marginals(values, slots);
            int last = slots - 1;

            assertThat(Arrays.stream(marginals).mapToDouble(item -> item[last]).sum())
                    .isCloseTo(1, within(EXACT));
            assertThat(policy.draw(values, slots, new SeededRandom(5)).marginal()[last])
                    .isGreaterThan(0)
                    .isLessThan(1);
        }
    }

    /** Windows of few points are walked one after the other. */
    @Test
    void marginals_of_very_long_lists_are_those_of_each_item() {
        double[] values = new double[300];
        Arrays.setAll(values, rank -> -rank / 300.0);
        PlackettLuce policy = new PlackettLuce(0.2, 0);
        double[][] all = policy.marginals(values, 300);
        ListDraw draw = policy.draw(values, 300, new SeededRandom(5));

        for (int slot = 0; slot < 300; slot++) {
            assertThat(draw.marginal()[slot]).isCloseTo(all[draw.ranks()[slot]][slot], within(EXACT));
        }
    }

    @Test
    void a_draw_carries_the_probabilities_of_what_it_drew() {
        double[] values = new double[50];
        Arrays.setAll(values, rank -> -rank / 50.0);
        PlackettLuce policy = new PlackettLuce(0.1, 0.05);

        ListDraw draw = policy.draw(values, 10, new SeededRandom(3));
        ListDraw again = policy.probabilitiesOf(values, draw.ranks());

        assertThat(draw.ranks()).doesNotHaveDuplicates().hasSize(10);
        assertThat(draw.conditional()).isEqualTo(again.conditional());
        assertThat(draw.marginal()).isEqualTo(again.marginal());
        assertThat(draw.logPrefix()).isEqualTo(again.logPrefix());
    }

    @Test
    void values_far_from_the_best_are_not_told_apart() {
        double[][] marginals = new PlackettLuce(0.01, 0).marginals(new double[] {1, .5, .2}, 1);

        assertThat(marginals[1][0]).isEqualTo(marginals[2][0]);
        assertThat(marginals[0][0] / marginals[1][0]).isCloseTo(Math.exp(8), within(1e-8));
    }

    @Test
    void eta_one_is_uniform() {
        ListDraw draw = new PlackettLuce(0.05, 0.02).uniform().draw(VALUES, 6, new SeededRandom(1));

        for (int slot = 0; slot < 6; slot++) {
            assertThat(draw.conditional()[slot]).isCloseTo(1.0 / (6 - slot), within(EXACT));
            assertThat(draw.marginal()[slot]).isCloseTo(1 / 6.0, within(EXACT));
        }
    }

    @Test
    void an_empty_list_has_nothing_to_draw() {
        assertThat(new PlackettLuce(0.05, 0.02)
                        .draw(new double[0], 0, new SeededRandom(1))
                        .slots())
                .isZero();
    }

    @Test
    void parameters_outside_their_range_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PlackettLuce(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlackettLuce(Double.POSITIVE_INFINITY, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlackettLuce(1, 1.1));
    }
}
