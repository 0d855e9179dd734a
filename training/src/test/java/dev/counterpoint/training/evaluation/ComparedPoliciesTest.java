package dev.counterpoint.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.training.evaluation.Comparison.Value;
import dev.counterpoint.training.offpolicy.HonestyGate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparedPoliciesTest {
    private static final HonestyGate GATE = new HonestyGate(100, 50, 20, 4, 10, 0.01);
    private static final Arm.Shares ARMS = new Arm.Shares(2_000, 0);
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-01-02T00:00:00Z");

    /** The serving policy shows either item as often; it earns .2 with one and .6 with the other. */
    private static ComparedPolicies compared(double logged) {
        ComparedPolicies compared = new ComparedPolicies(new PageLog.Settings(300, 0.95, 3), ARMS);
        SeededRandom chance = new SeededRandom(1);
        for (int i = 0; i < 4_000; i++) {
            boolean better = chance.nextDouble() < 0.5;
            double reward = chance.nextDouble() < (better ? 0.6 : 0.2) ? 1 : 0;
            WeighedPage itself = page(i, logged, reward);
            compared.audit(itself);
            compared.addServed("served: model", "click", itself);
            if (i % 4 == 0) {
                boolean popular = chance.nextDouble() < 0.8;
                compared.addServed("served: popularity", "click", page(10_000 + i, 1, popular ? 0 : 1));
            }
            compared.addOther("good", "click", Comparison.ALL, page(i, better ? 1.8 : 0.2, reward));
            compared.addOther("bad", "click", Comparison.ALL, page(i, better ? 0.2 : 1.8, reward));
            compared.addOther("same", "click", Comparison.ALL, page(i, 1, reward));
            compared.addOther("wild", "click", Comparison.ALL, page(i, i == 17 ? 4_000 : 0, reward));
            compared.addOther(
                    "good", "click", i < 50 ? "country=SE" : "country=NO", page(i, better ? 1.8 : 0.2, reward));
        }
        return compared;
    }

    private static final ComparedPolicies RIGHT = compared(1);

    private static WeighedPage page(int listener, double weight, double reward) {
        double[] weights = {weight};
        return new WeighedPage(
                "d" + listener,
                new StreamId("l" + listener),
                new int[] {0},
                10,
                weights,
                weights,
                weights,
                new double[] {reward},
                new double[1],
                0);
    }

    private static Value of(Comparison comparison, String policy, String slice, String estimator) {
        return comparison.values().stream()
                .filter(value -> value.policy().equals(policy)
                        && value.slice().equals(slice)
                        && value.estimator().equals(estimator))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void differences_are_paired_and_hold_for_all_candidates_at_once() {
        Comparison comparison = RIGHT.comparison(FROM, TO, GATE);
        Value good = of(comparison, "good", "all", "DR");
        Value bad = of(comparison, "bad", "all", "DR");
        Value served = of(comparison, "served: model", "all", "on-policy");

        assertThat(good.difference().value())
                .isCloseTo(good.value().value() - served.value().value(), within(1e-12))
                .isCloseTo(0.16, within(0.04));
        assertThat(good.difference().standardError()).isLessThan(good.value().standardError());
        assertThat(good.simultaneous().low()).isPositive();
        assertThat(bad.simultaneous().high()).isNegative();
        assertThat(good.simultaneous().high() - good.simultaneous().low())
                .isGreaterThan(good.difference().interval().high()
                        - good.difference().interval().low());
        assertThat(good.minimumDetectable())
                .isCloseTo(2.8016 * good.difference().standardError(), within(1e-4));
        assertThat(of(comparison, "same", "all", "DR").difference().value()).isZero();
        assertThat(comparison.mismatches()).isEmpty();
        assertThat(comparison.audited()).isEqualTo(4_000);
    }

    @Test
    void what_the_log_does_not_carry_is_withheld_for_that_policy_or_slice_alone() {
        Comparison comparison = RIGHT.comparison(FROM, TO, GATE);

        Value wild = of(comparison, "wild", "all", "DR");
        assertThat(wild.value()).isNull();
        assertThat(wild.difference()).isNull();
        assertThat(wild.simultaneous()).isNull();
        assertThat(wild.refusals()).anyMatch(reason -> reason.contains("d17 row 0 column 0 weighs 4000.0"));
        assertThat(of(comparison, "good", "country=SE", "DR").refusals()).contains("50 listeners are fewer than 100");
        assertThat(of(comparison, "good", "country=NO", "DR").value()).isNotNull();
    }

    @Test
    void a_probability_that_is_not_the_logged_one_withholds_everything_and_is_named() {
        Comparison comparison = compared(1 + 1e-9).comparison(FROM, TO, GATE);

        assertThat(comparison.mismatches()).hasSize(10).startsWith("d0 row 0 column 0");
        assertThat(of(comparison, "good", "all", "DR").value()).isNull();
        assertThat(of(comparison, "good", "all", "DR").refusals())
                .containsExactly(
                        "4000 of 4000 logged probabilities are not what is computed again, the first of d0 row 0"
                                + " column 0");
        assertThat(of(comparison, "served: model", "all", "on-policy").value()).isNotNull();
    }

    @Test
    void a_candidate_is_measured_against_the_arms_too_and_less_precisely_than_against_its_own_pages() {
        Value good = of(RIGHT.comparison(FROM, TO, GATE), "good", "all", "DR");

        assertThat(good.overArms()).containsOnlyKeys("popularity");
        Comparison.Figure over = good.overArms().get("popularity");
        assertThat(over.value()).isCloseTo(0.56 - 0.2, within(0.06));
        assertThat(over.interval().low()).isBetween(0.2, over.value());
        assertThat(over.standardError()).isGreaterThan(good.difference().standardError());
    }

    @Test
    void arms_with_other_shares_than_the_split_gives_raise_an_alarm() {
        ComparedPolicies broken = new ComparedPolicies(new PageLog.Settings(300, 0.95, 3), new Arm.Shares(4_000, 0));
        broken.merge(RIGHT);

        assertThat(RIGHT.comparison(FROM, TO, GATE).warnings()).isEmpty();
        assertThat(broken.comparison(FROM, TO, GATE).warnings())
                .singleElement()
                .asString()
                .startsWith("the listeners are not split as they should be")
                .contains("1000 in popularity instead of 2000");
    }

    @Test
    void shards_say_what_the_whole_says() {
        ComparedPolicies first = new ComparedPolicies(new PageLog.Settings(300, 0.95, 3), ARMS);
        first.merge(RIGHT);

        List<Value> merged = first.comparison(FROM, TO, GATE).values();
        List<Value> whole = RIGHT.comparison(FROM, TO, GATE).values();
        assertThat(merged).hasSameSizeAs(whole);
        assertThat(of(first.comparison(FROM, TO, GATE), "good", "all", "SNIPS"))
                .isEqualTo(of(RIGHT.comparison(FROM, TO, GATE), "good", "all", "SNIPS"));
    }
}
