package dev.counterpoint.training.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class InvariantsTest {
    private static final int ROWS = 300;
    private static final int POSITIONS = 4;

    @RepeatedTest(20)
    void the_logging_policy_itself_earns_the_mean_reward(RepetitionInfo run) {
        Random chance = new Random(run.getCurrentRepetition());
        List<WeighedAction> rows =
                rows(chance, 1).map(row -> new WeighedAction(1, row.reward())).toList();
        double mean = rows.stream().mapToDouble(WeighedAction::reward).average().orElseThrow();

        for (OffPolicyEstimator<WeighedAction> estimator : List.of(
                ActionEstimators.ips(),
                ActionEstimators.snips(),
                ActionEstimators.clippedIps(1),
                ActionEstimators.subGaussianIps(0.3),
                ActionEstimators.doublyRobust(),
                ActionEstimators.mostLikely())) {
            assertThat(estimator.estimate(rows)).as(estimator.reading().name()).isCloseTo(mean, within(1e-12));
        }
        List<WeighedSlate> slates = slates(chance, () -> 1);
        double meanOfSlates =
                slates.stream().mapToDouble(WeighedSlate::reward).average().orElseThrow();
        for (OffPolicyEstimator<WeighedSlate> estimator : slateEstimators()) {
            assertThat(estimator.estimate(slates))
                    .as(estimator.reading().name())
                    .isCloseTo(meanOfSlates, within(1e-12));
        }
    }

    @RepeatedTest(20)
    void switching_never_is_doubly_robust_and_always_is_the_direct_method(RepetitionInfo run) {
        List<WeighedAction> rows =
                rows(new Random(run.getCurrentRepetition()), 4).toList();
        double robust = ActionEstimators.doublyRobust().estimate(rows);
        double direct = ActionEstimators.direct().estimate(rows);

        assertThat(ActionEstimators.switchDoublyRobust(Double.POSITIVE_INFINITY).estimate(rows))
                .isEqualTo(robust);
        assertThat(ActionEstimators.switchDoublyRobust(0).estimate(rows)).isCloseTo(direct, within(1e-15));
        assertThat(ActionEstimators.shrunkDoublyRobust(Double.POSITIVE_INFINITY).estimate(rows))
                .isEqualTo(robust);
        assertThat(ActionEstimators.shrunkDoublyRobust(0).estimate(rows)).isCloseTo(direct, within(1e-15));
        assertThat(ActionEstimators.subGaussianDoublyRobust(0).estimate(rows)).isCloseTo(robust, within(1e-12));
    }

    @RepeatedTest(20)
    void self_normalised_estimates_stay_within_the_rewards_and_shift_with_them(RepetitionInfo run) {
        List<WeighedAction> rows =
                rows(new Random(run.getCurrentRepetition()), 4).toList();
        double value = ActionEstimators.snips().estimate(rows);
        List<WeighedAction> shifted = rows.stream()
                .map(row -> new WeighedAction(row.weight(), row.reward() + 5))
                .toList();

        assertThat(ActionEstimators.snips().estimate(shifted)).isCloseTo(value + 5, within(1e-12));
        assertThat(value)
                .isBetween(
                        rows.stream().mapToDouble(WeighedAction::reward).min().orElseThrow(),
                        rows.stream().mapToDouble(WeighedAction::reward).max().orElseThrow());
    }

    @RepeatedTest(20)
    void without_a_model_the_doubly_robust_are_what_they_correct(RepetitionInfo run) {
        Random chance = new Random(run.getCurrentRepetition());
        List<WeighedAction> rows = rows(chance, 4)
                .map(row -> new WeighedAction(row.weight(), row.reward()))
                .toList();
        List<WeighedSlate> slates = slates(chance, () -> 2 * chance.nextDouble());

        assertThat(ActionEstimators.doublyRobust().estimate(rows))
                .isEqualTo(ActionEstimators.ips().estimate(rows));
        assertThat(ActionEstimators.selfNormalisedDoublyRobust().estimate(rows))
                .isCloseTo(ActionEstimators.snips().estimate(rows), within(1e-15));
        assertThat(SlateEstimators.cascadeDoublyRobust().estimate(slates))
                .isEqualTo(SlateEstimators.rewardInteractionIps().estimate(slates));
    }

    @RepeatedTest(20)
    void shards_merge_to_the_whole(RepetitionInfo run) {
        Random chance = new Random(run.getCurrentRepetition());
        List<WeighedAction> rows = rows(chance, 1_000).toList();
        for (OffPolicyEstimator<WeighedAction> estimator : actionEstimators()) {
            assertMerges(estimator, rows, chance);
        }
        List<WeighedSlate> slates = slates(chance, () -> 2 * chance.nextDouble());
        for (OffPolicyEstimator<WeighedSlate> estimator : slateEstimators()) {
            assertMerges(estimator, slates, chance);
        }
    }

    private static <R> void assertMerges(OffPolicyEstimator<R> estimator, List<R> rows, Random chance) {
        List<Tally<R>> shards = Stream.generate(estimator::tally).limit(7).toList();
        rows.forEach(row -> shards.get(chance.nextInt(shards.size())).add(row, 1));
        Tally<R> whole = estimator.tally();
        shards.forEach(whole::merge);

        double expected = estimator.estimate(rows);
        assertThat(whole.value())
                .as(estimator.reading().name())
                .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void a_row_that_counts_twice_is_two_rows() {
        List<WeighedAction> rows = rows(new Random(1), 4).toList();
        List<WeighedAction> twice = new ArrayList<>(rows);
        twice.addAll(rows);
        for (OffPolicyEstimator<WeighedAction> estimator : actionEstimators()) {
            Tally<WeighedAction> tally = estimator.tally();
            rows.forEach(row -> tally.add(row, 2));
            assertThat(tally.value())
                    .as(estimator.reading().name())
                    .isCloseTo(estimator.estimate(twice), within(1e-12));
        }
    }

    @Test
    void where_rows_do_not_tell_there_is_no_number() {
        assertThat(ActionEstimators.ips().tally().value()).isNaN();
        assertThat(SlateEstimators.selfNormalisedIndependentIps(2).tally().value())
                .isNaN();
        assertThat(ActionEstimators.snips().estimate(List.of(new WeighedAction(0, 1))))
                .isNaN();
        assertThat(ActionEstimators.mostLikely().estimate(List.of(new WeighedAction(2, 1), new WeighedAction(3, 0))))
                .isNaN();
    }

    @Test
    void where_weights_are_light_cressie_read_takes_the_middle_for_what_is_missing() {
        List<WeighedAction> rows = List.of(new WeighedAction(0.5, 1), new WeighedAction(0.5, 1));
        // Each of the three rows, one of them never seen, is as likely: 2 · 0.5 / 3, and two thirds of the middle.
        assertThat(ActionEstimators.cressieRead(0, 1).estimate(rows)).isCloseTo(2.0 / 3, within(1e-15));
    }

    @Test
    void what_is_no_weight_no_reward_or_no_parameter_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WeighedAction(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WeighedAction(Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WeighedAction(Double.POSITIVE_INFINITY, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new WeighedAction(1, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeighedSlate.independent(new double[] {1, 2}, new double[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> ActionEstimators.clippedIps(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ActionEstimators.switchDoublyRobust(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> ActionEstimators.subGaussianIps(1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> ActionEstimators.cressieRead(1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActionEstimators.ips()
                        .tally()
                        .merge(ActionEstimators.snips().tally()));
    }

    private static List<OffPolicyEstimator<WeighedAction>> actionEstimators() {
        return List.of(
                ActionEstimators.ips(),
                ActionEstimators.clippedIps(10),
                ActionEstimators.snips(),
                ActionEstimators.direct(),
                ActionEstimators.doublyRobust(),
                ActionEstimators.selfNormalisedDoublyRobust(),
                ActionEstimators.switchDoublyRobust(2),
                ActionEstimators.shrunkDoublyRobust(2),
                ActionEstimators.subGaussianIps(0.1),
                ActionEstimators.subGaussianDoublyRobust(0.1),
                ActionEstimators.mostLikely());
    }

    private static List<OffPolicyEstimator<WeighedSlate>> slateEstimators() {
        return List.of(
                SlateEstimators.standardIps(),
                SlateEstimators.selfNormalisedStandardIps(),
                SlateEstimators.independentIps(),
                SlateEstimators.selfNormalisedIndependentIps(POSITIONS),
                SlateEstimators.rewardInteractionIps(),
                SlateEstimators.selfNormalisedRewardInteractionIps(POSITIONS),
                SlateEstimators.cascadeDoublyRobust(),
                SlateEstimators.pseudoInverse());
    }

    /** @param spread of the weights: the larger, the more uneven */
    private static Stream<WeighedAction> rows(Random chance, double spread) {
        return Stream.generate(() -> new WeighedAction(
                        Math.pow(spread, 2 * chance.nextDouble() - 1),
                        chance.nextInt(3),
                        chance.nextDouble(),
                        chance.nextDouble()))
                .limit(ROWS);
    }

    private interface Weight {
        double next();
    }

    /** Of one to {@value #POSITIONS} positions. */
    private static List<WeighedSlate> slates(Random chance, Weight weight) {
        List<WeighedSlate> slates = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            int positions = 1 + chance.nextInt(POSITIONS);
            double[] marginal = new double[positions];
            double[] rewards = new double[positions];
            for (int k = 0; k < positions; k++) {
                marginal[k] = weight.next();
                rewards[k] = chance.nextInt(2);
            }
            slates.add(WeighedSlate.independent(marginal, rewards));
        }
        return slates;
    }
}
