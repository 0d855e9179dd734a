package dev.counterpoint.training.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** All slates of two positions with two actions each, every one as likely as it is: expectations without chance. */
class SlateEnumerationTest {
    private static final double[] LOGGED = {0.5, 0.3};
    private static final double[] WANTED = {0.2, 0.6};

    @Test
    void an_additive_reward_is_right_by_all_estimators() {
        DoubleBinaryOperator additive = (first, second) -> 0.4 * first + 0.7 * second + 0.1;
        double value = 0.4 * 0.2 + 0.7 * 0.6 + 0.1;

        assertThat(expected(SlateEstimators.standardIps(), additive)).isCloseTo(value, within(1e-12));
        assertThat(expected(SlateEstimators.pseudoInverse(), additive)).isCloseTo(value, within(1e-12));
        assertThat(variance(SlateEstimators.pseudoInverse(), additive))
                .isLessThan(variance(SlateEstimators.standardIps(), additive));
    }

    @Test
    void a_reward_for_both_together_is_wrong_by_the_pseudo_inverse() {
        DoubleBinaryOperator both = (first, second) -> first * second;

        assertThat(expected(SlateEstimators.standardIps(), both)).isCloseTo(0.2 * 0.6, within(1e-12));
        // Σ over the slate (1, 1): 0.5 · 0.3 · (0.2 / 0.5 + 0.6 / 0.3 - 1).
        assertThat(expected(SlateEstimators.pseudoInverse(), both)).isCloseTo(0.21, within(1e-12));
    }

    private static double expected(OffPolicyEstimator<WeighedSlate> estimator, DoubleBinaryOperator reward) {
        Tally<WeighedSlate> tally = estimator.tally();
        forEach((slate, probability) -> tally.add(slate, probability), reward);
        return tally.value();
    }

    private static double variance(OffPolicyEstimator<WeighedSlate> estimator, DoubleBinaryOperator reward) {
        double mean = expected(estimator, reward);
        Sums squares = new Sums(1);
        forEach(
                (slate, probability) -> {
                    Tally<WeighedSlate> alone = estimator.tally();
                    alone.add(slate, 1);
                    squares.add(0, probability * alone.value() * alone.value());
                },
                reward);
        return squares.get(0) - mean * mean;
    }

    private interface Slate {
        void is(WeighedSlate slate, double probability);
    }

    private static void forEach(Slate action, DoubleBinaryOperator reward) {
        for (int slate = 0; slate < 4; slate++) {
            int first = slate / 2;
            int second = slate % 2;
            double[] logged = {of(LOGGED[0], first), of(LOGGED[1], second)};
            double[] weights = {of(WANTED[0], first) / logged[0], of(WANTED[1], second) / logged[1]};
            action.is(
                    WeighedSlate.independent(weights, new double[] {0, reward.applyAsDouble(first, second)}),
                    logged[0] * logged[1]);
        }
    }

    private static double of(double probabilityOfOne, int action) {
        return action == 1 ? probabilityOfOne : 1 - probabilityOfOne;
    }
}
