package dev.counterpoint.domain.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.random.SeededRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpsilonGreedyTest {
    private static final double EXACT = 1e-12;

    /** Every world of up to five items, against probabilities written down from the definition and added up over all arrangements. */
    @Test
    void probabilities_equalFullEnumeration() {
        for (double epsilon : new double[] {0, 0.05, 0.3, 1}) {
            for (double eta : new double[] {0, 0.02, 0.5, 1}) {
                for (int n = 1; n <= 5; n++) {
                    for (int slots = 1; slots <= n; slots++) {
                        compareWithEnumeration(new EpsilonGreedy(epsilon, eta), n, slots);
                    }
                }
            }
        }
    }

    private static void compareWithEnumeration(EpsilonGreedy policy, int n, int slots) {
        List<int[]> all = Worlds.arrangements(n, slots);
        double[][] marginals = new double[n][slots];
        double total = 0;
        for (int[] ranks : all) {
            double p = probability(policy, n, ranks, slots);
            total += p;
            for (int slot = 0; slot < slots; slot++) {
                marginals[ranks[slot]][slot] += p;
            }
        }
        assertThat(total).isCloseTo(1, within(EXACT));
        for (int[] ranks : all) {
            ListDraw draw = policy.probabilitiesOf(new double[n], ranks);
            for (int slot = 0; slot < slots; slot++) {
                double prefix = probability(policy, n, ranks, slot + 1);
                double before = probability(policy, n, ranks, slot);
                if (before > 0) {
                    assertThat(draw.conditional()[slot]).isCloseTo(prefix / before, within(EXACT));
                }
                assertThat(Math.exp(draw.logPrefix()[slot])).isCloseTo(prefix, within(EXACT));
                assertThat(draw.marginal()[slot]).isCloseTo(marginals[ranks[slot]][slot], within(EXACT));
            }
        }
    }

    /** Written from the definition, without any of the code under test: the probability that the first slots are filled so. */
    private static double probability(EpsilonGreedy policy, int n, int[] ranks, int slots) {
        double uniform = 1;
        double ordered = 1;
        for (int slot = 0; slot < slots; slot++) {
            int current = slot;
            int first = IntStream.range(0, n)
                    .filter(rank -> Arrays.stream(ranks, 0, current).noneMatch(taken -> taken == rank))
                    .findFirst()
                    .orElseThrow();
            int left = n - slot;
            uniform *= 1.0 / left;
            ordered *= (ranks[slot] == first ? 1 - policy.epsilon() : 0) + policy.epsilon() / left;
        }
        return policy.eta() * uniform + (1 - policy.eta()) * ordered;
    }

    /** The figures of the public contract: a list of 20 shelves and one of 50 cards, ε = .05, η = .02. */
    @Test
    void firstSlot_ofTheContractsExample_hasItsProbabilities() {
        EpsilonGreedy policy = new EpsilonGreedy(0.05, 0.02);

        assertThat(policy.probabilitiesOf(new double[20], new int[] {0}).conditional()[0])
                .isCloseTo(0.93445, within(1e-9));
        assertThat(policy.probabilitiesOf(new double[50], new int[] {0}).marginal()[0])
                .isCloseTo(0.93238, within(1e-9));
    }

    @Test
    void marginals_ofASlot_sumToOneAndNeverFallBelowTheUniformShare() {
        EpsilonGreedy policy = new EpsilonGreedy(0.05, 0.02);
        for (int slot : new int[] {0, 1, 9, 24, 49}) {
            double sum = 0;
            for (int rank = 0; rank < 50; rank++) {
                double marginal = policy.probabilitiesOf(new double[50], listWith(50, slot, rank))
                        .marginal()[slot];
                assertThat(marginal).isGreaterThanOrEqualTo(0.02 / 50 - 1e-15);
                sum += marginal;
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void draw_fillsSlotsAsOftenAsItSays() {
        EpsilonGreedy policy = new EpsilonGreedy(0.3, 0.1);
        int pages = 200_000;
        Map<String, Integer> drawn = new HashMap<>();
        for (int page = 0; page < pages; page++) {
            ListDraw draw = policy.draw(new double[4], 3, SeededRandom.of(page, "cards"));
            drawn.merge(Arrays.toString(draw.ranks()), 1, Integer::sum);
        }

        for (int[] ranks : Worlds.arrangements(4, 3)) {
            double p = probability(policy, 4, ranks, 3);
            double deviation = Math.sqrt(pages * p * (1 - p));
            assertThat(drawn.getOrDefault(Arrays.toString(ranks), 0).doubleValue())
                    .isCloseTo(pages * p, within(5 * deviation));
        }
    }

    @Test
    void draw_carriesTheProbabilitiesOfWhatItDrew() {
        EpsilonGreedy policy = new EpsilonGreedy(0.3, 0.1);

        ListDraw draw = policy.draw(new double[50], 10, new SeededRandom(3));
        ListDraw again = policy.probabilitiesOf(new double[50], draw.ranks());

        assertThat(draw.ranks()).doesNotHaveDuplicates().hasSize(10);
        assertThat(draw.conditional()).isEqualTo(again.conditional());
        assertThat(draw.marginal()).isEqualTo(again.marginal());
        assertThat(draw.logPrefix()).isEqualTo(again.logPrefix());
    }

    @Test
    void etaOne_isUniform() {
        ListDraw draw = new EpsilonGreedy(0.05, 1).draw(new double[10], 10, new SeededRandom(1));

        for (int slot = 0; slot < 10; slot++) {
            assertThat(draw.conditional()[slot]).isCloseTo(1.0 / (10 - slot), within(EXACT));
            assertThat(draw.marginal()[slot]).isCloseTo(0.1, within(EXACT));
        }
    }

    @Test
    void longLists_doNotUnderflow() {
        int[] reversed = new int[50];
        Arrays.setAll(reversed, slot -> 49 - slot);

        ListDraw draw = new EpsilonGreedy(1e-6, 0).probabilitiesOf(new double[50], reversed);

        assertThat(draw.logPrefix()[49]).isFinite().isLessThan(-700);
        assertThat(draw.conditional()[48]).isCloseTo(1e-6 / 2, within(1e-15));
    }

    @Test
    void parametersOutsideTheirRange_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EpsilonGreedy(-0.1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new EpsilonGreedy(0, 1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new EpsilonGreedy(Double.NaN, 0));
    }

    @Test
    void uniform_keepsEpsilonAndMixesNothingElseIn() {
        assertThat(new EpsilonGreedy(0.05, 0.02).uniform()).isEqualTo(new EpsilonGreedy(0.05, 1));
    }

    @Test
    void emptyList_hasNothingToDraw() {
        assertThat(new EpsilonGreedy(0.05, 0.02)
                        .draw(new double[0], 0, new SeededRandom(1))
                        .slots())
                .isZero();
    }

    private static int[] listWith(int n, int slot, int rank) {
        int[] ranks = new int[slot + 1];
        for (int i = 0, next = 0; i < slot; i++, next++) {
            next += next == rank ? 1 : 0;
            ranks[i] = next;
        }
        ranks[slot] = rank;
        return ranks;
    }
}
