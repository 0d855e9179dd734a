package dev.counterpoint.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.random.SeededRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OffPolicyLogTest {

    @Test
    void weightsOfOne_giveTheMeanReward() {
        OffPolicyLog log = new OffPolicyLog();
        log.add(page("a", new double[] {1, 1}, new double[] {1, 0}));
        log.add(page("b", new double[] {1, 1}, new double[] {1, 1}));
        log.add(page("b", new double[] {1, 1}, new double[] {0, 0}));

        for (ValueEstimator estimator : ValueEstimator.values()) {
            assertThat(log.estimate(estimator).value()).isCloseTo(1, within(1e-15));
        }
        // Listeners deviate from the mean by 1 − 1 and 2 − 2: on average one play a page, each.
        assertThat(log.estimate(ValueEstimator.IPS).standardError()).isCloseTo(0, within(1e-12));
    }

    @Test
    void withoutAModel_doublyRobustIsIps() {
        OffPolicyLog log = new OffPolicyLog();
        SeededRandom chance = new SeededRandom(3);
        for (int i = 0; i < 50; i++) {
            log.add(random("l" + i % 20, chance, 3));
        }

        assertThat(log.estimate(ValueEstimator.DOUBLY_ROBUST)).isEqualTo(log.estimate(ValueEstimator.IPS));
    }

    @Test
    void selfNormalised_staysWithinTheRewards_andShiftsWithThem() {
        OffPolicyLog log = new OffPolicyLog();
        OffPolicyLog shifted = new OffPolicyLog();
        SeededRandom chance = new SeededRandom(4);
        for (int i = 0; i < 50; i++) {
            WeighedPage page = random("l" + i % 20, chance, 3);
            log.add(page);
            double[] more =
                    Arrays.stream(page.rewards()).map(reward -> reward + 1).toArray();
            shifted.add(page("l" + i % 20, page.weights(), more));
        }

        double value = log.estimate(ValueEstimator.SNIPS).value();
        assertThat(value).isBetween(0.0, 3.0);
        assertThat(shifted.estimate(ValueEstimator.SNIPS).value()).isCloseTo(value + 3, within(1e-12));
        assertThat(shifted.estimate(ValueEstimator.SNIPS).standardError())
                .isCloseTo(log.estimate(ValueEstimator.SNIPS).standardError(), within(1e-12));
    }

    @Test
    void aPageThatFillsNotAllPlaces_countsNothingThere() {
        OffPolicyLog log = new OffPolicyLog();
        log.add(page("a", new double[] {1, 1}, new double[] {1, 1}));
        log.add(new WeighedPage(
                new StreamId("b"), new int[] {0}, new double[] {1}, new double[] {1}, new double[1], 0));

        assertThat(log.estimate(ValueEstimator.SNIPS).value()).isCloseTo(1.5, within(1e-15));
        assertThat(log.estimate(ValueEstimator.IPS).value()).isCloseTo(1.5, within(1e-15));
    }

    /** The world of the coverage tests: one place, two items, listeners with leanings of their own and up to 9 pages. */
    private static OffPolicyLog log(long seed, int listeners) {
        OffPolicyLog log = new OffPolicyLog();
        SeededRandom chance = new SeededRandom(seed);
        for (int i = 0; i < listeners; i++) {
            double leaning = chance.nextDouble();
            for (int pages = 1 + chance.nextInt(9); pages > 0; pages--) {
                boolean first = chance.nextDouble() < 0.3;
                boolean liked = chance.nextDouble() < (first ? leaning : 0.2 * leaning);
                double weight = first ? 0.8 / 0.3 : 0.2 / 0.7;
                log.add(new WeighedPage(
                        new StreamId("l" + i),
                        new int[] {0},
                        new double[] {weight},
                        new double[] {liked ? 1 : 0},
                        new double[] {first ? 0.4 : 0.2},
                        0.8 * 0.4 + 0.2 * 0.2));
            }
        }
        return log;
    }

    /** E(leaning) · (0.8 + 0.2 · 0.2). */
    private static final double TRUTH = 0.5 * 0.84;

    @Test
    void errors_areThoseOfTheEstimates_overManyLogs() {
        for (ValueEstimator estimator : ValueEstimator.values()) {
            int logs = 600;
            double[] values = new double[logs];
            double errors = 0;
            for (int seed = 0; seed < logs; seed++) {
                Estimate estimate = log(seed, 120).estimate(estimator);
                values[seed] = estimate.value();
                errors += estimate.standardError() / logs;
            }
            double mean = Arrays.stream(values).average().orElseThrow();
            double deviation = Math.sqrt(Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow());
            assertThat(mean).as("%s", estimator).isCloseTo(TRUTH, within(4 * deviation / Math.sqrt(logs)));
            assertThat(errors).as("%s", estimator).isCloseTo(deviation, withPercentage(10));
        }
    }

    @Test
    void intervals_coverTheTruthAsOftenAsTheyPromise() {
        int covered = 0;
        int logs = 200;
        for (int seed = 0; seed < logs; seed++) {
            OffPolicyLog.Interval interval = log(1_000 + seed, 150)
                    .interval(ValueEstimator.SNIPS, 200, 0.9, seed)
                    .orElseThrow();
            covered += interval.low() <= TRUTH && TRUTH <= interval.high() ? 1 : 0;
        }

        // Binomial(200, 0.9): standard deviation 4.2, four of them.
        assertThat(covered).isBetween(163, 197);
    }

    @Test
    void theSameSeed_givesTheSameInterval() {
        Supplier<OffPolicyLog.Interval> interval =
                () -> log(1, 50).interval(ValueEstimator.SNIPS, 100, 0.9, 7).orElseThrow();

        assertThat(interval.get()).isEqualTo(interval.get());
    }

    @Test
    void fewListeners_orListenersWhoAllDoTheSame_haveNoInterval() {
        OffPolicyLog two = new OffPolicyLog();
        OffPolicyLog alike = new OffPolicyLog();
        for (int i = 0; i < 2; i++) {
            two.add(page("l" + i, new double[] {1}, new double[] {i}));
        }
        for (int i = 0; i < 100; i++) {
            alike.add(page("l" + i, new double[] {1}, new double[] {1}));
        }

        assertThat(two.interval(ValueEstimator.IPS, 200, 0.95, 1)).isEmpty();
        assertThat(alike.interval(ValueEstimator.IPS, 200, 0.95, 1)).isEmpty();
    }

    @Test
    void overlap_countsListenersByTheirWeight() {
        OffPolicyLog even = new OffPolicyLog();
        OffPolicyLog uneven = new OffPolicyLog();
        for (int i = 0; i < 100; i++) {
            even.add(page("l" + i, new double[] {1}, new double[] {0}));
            uneven.add(page("l" + i, new double[] {i == 7 ? 21_739 : 1}, new double[] {0}));
        }

        assertThat(even.overlap().effectiveListeners()).isCloseTo(100, within(1e-9));
        assertThat(even.overlap().meanWeight()).isEqualTo(1);
        assertThat(uneven.overlap().effectiveListeners()).isLessThan(1.01);
        List<String> reasons = new OverlapGate(50, 50, 20).reasonsAgainst(uneven.overlap());
        assertThat(reasons)
                .containsExactly(
                        "an effective 1 listeners are fewer than 50", "a slot of l7 weighs 21739.0, more than 20");
        assertThat(new OverlapGate(50, 50, 20).reasonsAgainst(even.overlap())).isEmpty();
        assertThat(OverlapGate.STANDARD.reasonsAgainst(even.overlap())).hasSize(2);
    }

    @Test
    void whatIsNoWeight_isRefused_andNothingIsEstimatedOfNothing() {
        OffPolicyLog log = new OffPolicyLog();

        for (double weight : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> log.add(page("a", new double[] {weight}, new double[] {0})));
        }
        assertThatThrownBy(() -> log.estimate(ValueEstimator.SNIPS)).isInstanceOf(IllegalStateException.class);
    }

    private static WeighedPage random(String listener, SeededRandom chance, int slots) {
        double[] weights = new double[slots];
        double[] rewards = new double[slots];
        for (int slot = 0; slot < slots; slot++) {
            weights[slot] = 3 * chance.nextDouble();
            rewards[slot] = chance.nextInt(2);
        }
        return page(listener, weights, rewards);
    }

    private static WeighedPage page(String listener, double[] weights, double[] rewards) {
        int[] places = new int[weights.length];
        Arrays.setAll(places, place -> place);
        return new WeighedPage(new StreamId(listener), places, weights, rewards, new double[weights.length], 0);
    }
}
