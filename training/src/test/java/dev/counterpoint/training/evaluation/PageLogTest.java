package dev.counterpoint.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.training.evaluation.PageLog.Estimated;
import dev.counterpoint.training.evaluation.PageLog.Measured;
import dev.counterpoint.training.offpolicy.HonestyGate;
import dev.counterpoint.training.offpolicy.Interval;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PageLogTest {
    private static final HonestyGate OPEN = new HonestyGate(1, 0, 1e9, 1e9, 0, 1);
    private static final PageLog.Settings SETTINGS = new PageLog.Settings(200, 0.9, 7);
    /** E(leaning) · (0.8 + 0.2 · 0.2). */
    private static final double TRUTH = 0.5 * 0.84;

    private static final List<String> BY_SLOT = List.of("DR", "SNIPS", "IPS", "Switch-DR λ=5");

    /** The world of these tests: one place, two items, listeners with leanings of their own and up to 9 pages. */
    private static PageLog log(long seed, int listeners) {
        PageLog log = PageLog.withAll(new PageLog.Settings(200, 0.9, seed));
        SeededRandom chance = new SeededRandom(seed);
        for (int i = 0; i < listeners; i++) {
            addListener(log, i, chance);
        }
        return log;
    }

    private static void addListener(PageLog log, int listener, SeededRandom chance) {
        double leaning = chance.nextDouble();
        for (int pages = 1 + chance.nextInt(9); pages > 0; pages--) {
            boolean first = chance.nextDouble() < 0.3;
            boolean liked = chance.nextDouble() < (first ? leaning : 0.2 * leaning);
            double[] weight = {first ? 0.8 / 0.3 : 0.2 / 0.7};
            log.add(new WeighedPage(
                    "d",
                    new StreamId("l" + listener),
                    new int[] {0},
                    10,
                    weight,
                    weight,
                    weight,
                    new double[] {liked ? 1 : 0},
                    new double[] {first ? 0.4 : 0.2},
                    0.8 * 0.4 + 0.2 * 0.2));
        }
    }

    private static Map<String, Measured> values(PageLog log) {
        Map<String, Measured> values = new LinkedHashMap<>();
        log.estimates(OPEN, 0.9)
                .forEach(estimated ->
                        values.put(estimated.reading().name(), Objects.requireNonNull(estimated.value(), "not given")));
        return values;
    }

    @Test
    void weights_of_one_give_what_the_pages_earned_and_no_difference() {
        PageLog log = PageLog.withAll(SETTINGS);
        log.add(page("a", new double[] {1, 1}, new double[] {1, 0}));
        log.add(page("b", new double[] {1, 1}, new double[] {1, 1}));
        log.add(page("b", new double[] {1, 1}, new double[] {0, 0}));

        for (Estimated estimated : log.estimates(OPEN, 0.9)) {
            assertThat(estimated.value().value()).as(estimated.reading().name()).isCloseTo(1, within(1e-15));
            assertThat(estimated.difference().value()).isCloseTo(0, within(1e-15));
            // Listeners deviate from the mean by 1 - 1 and 2 - 2: on average one reward a page, each.
            assertThat(estimated.value().standardError()).isCloseTo(0, within(1e-7));
        }
    }

    @Test
    void without_a_model_doubly_robust_is_ips() {
        PageLog log = PageLog.withAll(SETTINGS);
        SeededRandom chance = new SeededRandom(3);
        for (int i = 0; i < 50; i++) {
            log.add(random("l" + i / 3, chance));
        }

        assertThat(values(log).get("DR")).isEqualTo(values(log).get("IPS"));
    }

    @Test
    void self_normalised_stays_within_the_rewards_and_shifts_with_them() {
        PageLog log = PageLog.withAll(SETTINGS);
        PageLog shifted = PageLog.withAll(SETTINGS);
        SeededRandom chance = new SeededRandom(4);
        for (int i = 0; i < 50; i++) {
            WeighedPage page = random("l" + i / 3, chance);
            log.add(page);
            shifted.add(page(
                    "l" + i / 3,
                    page.marginal(),
                    Arrays.stream(page.rewards()).map(reward -> reward + 1).toArray()));
        }

        Measured value = values(log).get("SNIPS");
        assertThat(value.value()).isBetween(0.0, 3.0);
        assertThat(values(shifted).get("SNIPS").value()).isCloseTo(value.value() + 3, within(1e-12));
        assertThat(values(shifted).get("SNIPS").standardError()).isCloseTo(value.standardError(), within(1e-9));
    }

    @Test
    void errors_are_those_of_the_estimates_over_many_logs() {
        int logs = 600;
        Map<String, double[]> values = new LinkedHashMap<>();
        Map<String, Double> errors = new LinkedHashMap<>();
        for (int seed = 0; seed < logs; seed++) {
            int number = seed;
            values(log(seed, 120)).forEach((name, value) -> {
                values.computeIfAbsent(name, any -> new double[logs])[number] = value.value();
                errors.merge(name, value.standardError() / logs, Double::sum);
            });
        }
        for (String name : BY_SLOT) {
            double mean = Arrays.stream(values.get(name)).average().orElseThrow();
            double deviation = Math.sqrt(Arrays.stream(values.get(name))
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow());
            assertThat(mean).as(name).isCloseTo(TRUTH, within(4 * deviation / Math.sqrt(logs)));
            assertThat(errors.get(name)).as(name).isCloseTo(deviation, withPercentage(10));
        }
    }

    @Test
    void intervals_cover_the_truth_as_often_as_they_promise() {
        int covered = 0;
        int logs = 200;
        for (int seed = 0; seed < logs; seed++) {
            Interval interval = values(log(1_000 + seed, 150)).get("SNIPS").interval();
            covered += interval.contains(TRUTH) ? 1 : 0;
        }

        // Binomial(200, 0.9): standard deviation 4.2, four of them.
        assertThat(covered).isBetween(163, 197);
    }

    @Test
    void shards_say_what_the_whole_says() {
        PageLog whole = log(5, 90);
        PageLog first = PageLog.withAll(new PageLog.Settings(200, 0.9, 5));
        PageLog second = PageLog.withAll(new PageLog.Settings(200, 0.9, 5));
        SeededRandom chance = new SeededRandom(5);
        for (int i = 0; i < 90; i++) {
            addListener(i < 40 ? first : second, i, chance);
        }
        first.merge(second);

        assertThat(first.pages()).isEqualTo(whole.pages());
        values(whole).forEach((name, value) -> {
            Measured merged = values(first).get(name);
            assertThat(merged.value()).as(name).isCloseTo(value.value(), within(1e-12));
            assertThat(merged.standardError()).isCloseTo(value.standardError(), within(1e-12));
            assertThat(merged.interval().low()).isCloseTo(value.interval().low(), within(1e-9));
            assertThat(merged.interval().high()).isCloseTo(value.interval().high(), within(1e-9));
        });
    }

    @Test
    void few_listeners_or_listeners_who_all_do_the_same_have_no_interval() {
        PageLog two = PageLog.withAll(SETTINGS);
        PageLog alike = PageLog.withAll(SETTINGS);
        for (int i = 0; i < 2; i++) {
            two.add(page("l" + i, new double[] {1}, new double[] {i}));
        }
        for (int i = 0; i < 100; i++) {
            alike.add(page("l" + i, new double[] {1}, new double[] {1}));
        }

        assertThat(values(two).get("IPS").interval()).isNull();
        assertThat(values(alike).get("IPS").interval()).isNull();
    }

    @Test
    void a_log_with_one_heavy_slot_is_refused_and_the_slot_is_named() {
        PageLog even = PageLog.doublyRobust(SETTINGS);
        PageLog uneven = PageLog.doublyRobust(SETTINGS);
        for (int i = 0; i < 100; i++) {
            even.add(page("l" + i, new double[] {1}, new double[] {i % 2}));
            uneven.add(page("l" + i, new double[] {i == 7 ? 21_739 : 1}, new double[] {i % 2}));
        }
        HonestyGate gate = new HonestyGate(50, 50, 20, 3, 30, 0.01);

        assertThat(even.overlap().effectiveClusters()).isCloseTo(100, within(1e-9));
        assertThat(even.estimates(gate, 0.95).get(0).refusals()).isEmpty();
        Estimated refused = uneven.estimates(gate, 0.95).get(0);
        assertThat(refused.value()).isNull();
        assertThat(refused.difference()).isNull();
        assertThat(refused.refusals())
                .contains("an effective 1 listeners are fewer than 50")
                .anyMatch(reason -> reason.contains("decision-l7 row 0 column 0 weighs 21739.0, more than 20"));
    }

    @Test
    void what_is_no_weight_is_refused_and_nothing_is_estimated_of_nothing() {
        PageLog log = PageLog.withAll(SETTINGS);

        for (double weight : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> log.add(page("a", new double[] {weight}, new double[] {0})))
                    .withMessageContaining("decision-a row 0 column 0");
        }
        assertThat(PageLog.withAll(SETTINGS).estimates(OPEN, 0.95))
                .allSatisfy(
                        estimated -> assertThat(estimated.refusals()).containsExactly("no page lies in the window"));
    }

    /** The second slot earns only below a first that is liked: marginals do not know, prefixes do. */
    @Test
    void rewards_that_depend_on_what_stands_before_are_warned_of() {
        PageLog dependent = PageLog.withAll(SETTINGS);
        PageLog independent = PageLog.withAll(SETTINGS);
        SeededRandom chance = new SeededRandom(11);
        for (int i = 0; i < 2_000; i++) {
            boolean first = chance.nextDouble() < 0.5;
            boolean second = chance.nextDouble() < 0.5;
            double one = first ? 1.6 : 0.4;
            double two = second ? 1.6 : 0.4;
            double[] marginal = {one, two};
            double[] prefix = {one, one * two};
            dependent.add(pageOf(i, marginal, prefix, new double[] {0, first && second ? 1 : 0}));
            independent.add(pageOf(i, marginal, prefix, new double[] {0, chance.nextDouble() < 0.3 ? 1 : 0}));
        }

        assertThat(dependent.warning()).get().asString().contains("RIPS in a shelf differs from IPS by 0.2");
        assertThat(independent.warning()).isEmpty();
        assertThat(values(dependent).get("RIPS in a shelf").value()).isCloseTo(0.64, within(0.06));
    }

    private static WeighedPage pageOf(int listener, double[] marginal, double[] prefix, double[] rewards) {
        return new WeighedPage(
                "d",
                new StreamId("l" + listener),
                new int[] {0, 1},
                10,
                marginal,
                prefix,
                marginal,
                rewards,
                new double[2],
                0);
    }

    private static WeighedPage random(String listener, SeededRandom chance) {
        double[] weights = new double[3];
        double[] rewards = new double[3];
        for (int slot = 0; slot < 3; slot++) {
            weights[slot] = 3 * chance.nextDouble();
            rewards[slot] = chance.nextInt(2);
        }
        return page(listener, weights, rewards);
    }

    private static WeighedPage page(String listener, double[] weights, double[] rewards) {
        int[] places = new int[weights.length];
        Arrays.setAll(places, place -> place);
        return new WeighedPage(
                "decision-" + listener,
                new StreamId(listener),
                places,
                10,
                weights,
                weights,
                weights,
                rewards,
                new double[weights.length],
                0);
    }
}
