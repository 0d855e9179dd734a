package dev.counterpoint.training.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EmpiricalBernsteinTest {
    private static final Bounds UNIT = new Bounds(0, 1);

    @Test
    void interval_isThatOfTheTheorem() {
        EmpiricalBernstein bernstein = ofSuccesses(1_000, 250, new Bounds(0, 4), 4);

        // Mean 1/4, variance .25 · .75 · 1000 / 999 = .1876877, ln(4 / .05) = 4.3820266:
        // √(2 · .1876877 · 4.3820266 / 1000) = .0405574, 7 · 4.3820266 / (3 · 999) = .0102350; the margin is .0507924
        // of 4.
        Interval interval = bernstein.interval(0.95);
        assertThat(interval.low()).isCloseTo(4 * 0.1992076, within(1e-6));
        assertThat(interval.high()).isCloseTo(4 * 0.3007924, within(1e-6));
        assertThat(interval.confidence()).isEqualTo(0.95);
    }

    @Test
    void interval_staysWithinTheBounds_andIsThemForOneValue() {
        assertThat(ofSuccesses(1, 1, UNIT, 1).interval(0.9)).isEqualTo(new Interval(0, 1, 0.9));
        assertThat(ofSuccesses(5, 5, UNIT, 1).interval(0.9)).isEqualTo(new Interval(0, 1, 0.9));
    }

    @Test
    void smallSamples_areCoveredAtLeastAsOftenAsIsSaid() {
        int samples = 4_000;
        int covered = 0;
        int coveredByTheBootstrap = 0;
        for (int sample = 0; sample < samples; sample++) {
            Random chance = new Random(sample);
            EmpiricalBernstein bernstein = new EmpiricalBernstein(new Bounds(0, 10));
            ClusteredBootstrap<WeighedAction> bootstrap = new ClusteredBootstrap<>(ActionEstimators.ips(), 100, sample);
            for (int value = 0; value < 40; value++) {
                double weighed = chance.nextInt(50) == 0 ? 10 : 0;
                bernstein.add(weighed);
                bootstrap.add(value, new WeighedAction(weighed, 1));
            }
            covered += bernstein.interval(0.9).contains(0.2) ? 1 : 0;
            coveredByTheBootstrap += bootstrap
                            .studentised(0.9)
                            .filter(each -> each.contains(0.2))
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertThat((double) covered / samples).isGreaterThanOrEqualTo(0.9);
        // So few, so uneven values are what intervals for many values do not cover.
        assertThat((double) coveredByTheBootstrap / samples).isLessThan(0.9);
    }

    @Test
    void manyValues_makeItNarrow() {
        Interval interval = ofSuccesses(100_000, 30_000, UNIT, 1).interval(0.95);

        assertThat(interval.high() - interval.low()).isLessThan(0.01);
        assertThat(interval.contains(0.3)).isTrue();
    }

    @Test
    void shards_mergeToTheWhole() {
        EmpiricalBernstein whole = ofSuccesses(1_000, 250, UNIT, 1);
        EmpiricalBernstein one = ofSuccesses(600, 50, UNIT, 1);
        one.merge(ofSuccesses(400, 200, UNIT, 1));

        assertThat(one.count()).isEqualTo(1_000);
        assertThat(one.interval(0.95).low()).isCloseTo(whole.interval(0.95).low(), within(1e-12));
        assertThat(one.interval(0.95).high()).isCloseTo(whole.interval(0.95).high(), within(1e-12));
        assertThatIllegalArgumentException().isThrownBy(() -> one.merge(new EmpiricalBernstein(new Bounds(0, 2))));
    }

    @Test
    void whatTheBoundsRuleOut_isRefused() {
        EmpiricalBernstein bernstein = new EmpiricalBernstein(UNIT);
        assertThatIllegalArgumentException().isThrownBy(() -> bernstein.add(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> bernstein.add(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> bernstein.interval(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(1, 1));
        assertThat(bernstein.count()).isZero();
    }

    @Test
    void bounds_holdAllTermsOfTheirRewardsAndWeights() {
        Bounds rewards = new Bounds(-1, 3);
        Bounds inverse = Bounds.ofInversePropensity(rewards, 5);
        Bounds robust = Bounds.ofDoublyRobust(rewards, 5);

        // -1 and 3 weighed with 5; -1 and 3 expected, and errors of -4 and 4 weighed with 5.
        assertThat(inverse).isEqualTo(new Bounds(-5, 15));
        assertThat(robust).isEqualTo(new Bounds(-21, 23));
        assertThat(Bounds.ofInversePropensity(new Bounds(1, 2), 5)).isEqualTo(new Bounds(0, 10));
    }

    private static EmpiricalBernstein ofSuccesses(int count, int successes, Bounds bounds, double success) {
        EmpiricalBernstein bernstein = new EmpiricalBernstein(bounds);
        for (int value = 0; value < count; value++) {
            bernstein.add(value < successes ? success : 0);
        }
        return bernstein;
    }
}
