package dev.counterpoint.domain.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.random.SeededRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class EpsilonGreedyProperties {

    @Property(tries = 200)
    void marginals_equal_a_walk_over_all_sets_of_taken_items(
            @ForAll @IntRange(min = 1, max = 9) int n,
            @ForAll @DoubleRange(min = 0, max = 1) double epsilon,
            @ForAll @DoubleRange(min = 0, max = 1) double eta,
            @ForAll long seed) {
        EpsilonGreedy policy = new EpsilonGreedy(epsilon, eta);
        double[][] naive = marginalsBySets(policy, n);

        ListDraw draw = new EpsilonGreedy(1, 1).draw(new double[n], n, new SeededRandom(seed));
        ListDraw stated = policy.probabilitiesOf(new double[n], draw.ranks());

        for (int slot = 0; slot < n; slot++) {
            assertThat(stated.marginal()[slot]).isCloseTo(naive[draw.ranks()[slot]][slot], within(1e-12));
        }
    }

    @Property(tries = 200)
    void no_probability_falls_below_its_floor(
            @ForAll @IntRange(min = 1, max = 50) int n,
            @ForAll @DoubleRange(min = 0, max = 1) double epsilon,
            @ForAll @DoubleRange(min = 0, max = 1) double eta,
            @ForAll long seed) {
        ListDraw draw = new EpsilonGreedy(epsilon, eta).draw(new double[n], n, new SeededRandom(seed));

        double prefix = 0;
        for (int slot = 0; slot < n; slot++) {
            assertThat(draw.marginal()[slot]).isBetween(eta / n * (1 - 1e-12), 1 + 1e-12);
            assertThat(draw.conditional()[slot]).isBetween(epsilon / (n - slot) * (1 - 1e-12), 1 + 1e-12);
            prefix += Math.log(draw.conditional()[slot]);
            assertThat(draw.logPrefix()[slot]).isCloseTo(prefix, within(1e-9));
        }
        assertThat(draw.ranks()).doesNotHaveDuplicates().hasSize(n);
    }

    @Property(tries = 100)
    void marginals_of_every_slot_and_of_every_item_add_up_to_one(
            @ForAll @IntRange(min = 1, max = 30) int n,
            @ForAll @DoubleRange(min = 0, max = 1) double epsilon,
            @ForAll @DoubleRange(min = 0, max = 1) double eta) {
        EpsilonGreedy policy = new EpsilonGreedy(epsilon, eta);
        double[] bySlot = new double[n];
        double[] byItem = new double[n];
        for (int shift = 0; shift < n; shift++) {
            int[] ranks = new int[n];
            for (int slot = 0; slot < n; slot++) {
                ranks[slot] = (slot + shift) % n;
            }
            double[] marginal = policy.probabilitiesOf(new double[n], ranks).marginal();
            for (int slot = 0; slot < n; slot++) {
                bySlot[slot] += marginal[slot];
                byItem[ranks[slot]] += marginal[slot];
            }
        }
        for (int i = 0; i < n; i++) {
            assertThat(bySlot[i]).isCloseTo(1, within(1e-12));
            assertThat(byItem[i]).isCloseTo(1, within(1e-12));
        }
    }

    /** The naive reference: the probability of every set of taken items, slot by slot; double[item][slot]. */
    private static double[][] marginalsBySets(EpsilonGreedy policy, int n) {
        double[][] marginals = new double[n][n];
        double[] reached = new double[1 << n];
        reached[0] = 1;
        for (int taken = 0; taken < 1 << n; taken++) {
            int slot = Integer.bitCount(taken);
            int first = Integer.numberOfTrailingZeros(~taken);
            for (int item = 0; item < n; item++) {
                if ((taken >> item & 1) == 0) {
                    double p = (item == first ? 1 - policy.epsilon() : 0) + policy.epsilon() / (n - slot);
                    reached[taken | 1 << item] += reached[taken] * p;
                    marginals[item][slot] += (1 - policy.eta()) * reached[taken] * p;
                }
            }
        }
        for (double[] ofItem : marginals) {
            for (int slot = 0; slot < n; slot++) {
                ofItem[slot] += policy.eta() / n;
            }
        }
        return marginals;
    }
}
