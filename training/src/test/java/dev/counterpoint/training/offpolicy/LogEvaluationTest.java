package dev.counterpoint.training.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.training.offpolicy.Judgement.Estimate;
import dev.counterpoint.training.offpolicy.LogEvaluation.Asked;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogEvaluationTest {
    private static final Bounds REWARDS = new Bounds(0, 1);
    private static final double VALUE = 0.3;
    private static final LogEvaluation.Settings SETTINGS =
            new LogEvaluation.Settings(200, 0.95, 7, HonestyGate.STANDARD);
    private static final List<Asked> ASKED = List.of(
            new Asked(ActionEstimators.ips(), Bounds.ofInversePropensity(REWARDS, 2)),
            Asked.of(ActionEstimators.snips()),
            new Asked(ActionEstimators.doublyRobust(), Bounds.ofDoublyRobust(REWARDS, 2)),
            Asked.of(ActionEstimators.direct()),
            Asked.of(ActionEstimators.clippedIps(1)));

    @Test
    void aSoundLog_hasValuesAndIntervals() {
        Judgement judgement = judged(0, 3_000).judgement();

        assertThat(judgement.reasons()).isEmpty();
        assertThat(judgement.overlap().clusters()).isEqualTo(3_000);
        for (Estimate estimate : judgement.estimates()) {
            assertThat(estimate.refused()).isNull();
            if (estimate.reading().coverage().isPromised()) {
                assertThat(Objects.requireNonNull(estimate.interval()).contains(VALUE))
                        .as(estimate.reading().name())
                        .isTrue();
            }
        }
        assertThat(judgement.estimates().stream()
                        .filter(each -> !each.reading().coverage().isPromised()))
                .extracting(each -> each.reading().name())
                .containsExactly("DM", "CIPS λ=1");
    }

    @Test
    void whatAnEstimatorGives_isWhatItGivesByItself() {
        ClusteredBootstrap<WeighedAction> alone =
                new ClusteredBootstrap<>(ActionEstimators.snips(), SETTINGS.replicates(), SETTINGS.seed());
        Random chance = new Random(1);
        LogEvaluation evaluation = new LogEvaluation(ASKED, SETTINGS);
        for (int cluster = 0; cluster < 3_000; cluster++) {
            WeighedAction row = row(chance);
            alone.add(cluster, row);
            evaluation.add(cluster, "row " + cluster, row);
        }

        Estimate snips = evaluation.judgement().estimates().get(1);
        assertThat(snips.value()).isEqualTo(alone.value());
        assertThat(snips.interval()).isEqualTo(alone.studentised(0.95).orElseThrow());
    }

    @Test
    void boundedMeans_haveIntervalsForAnyNumber_overClusters() {
        LogEvaluation evaluation = new LogEvaluation(ASKED, SETTINGS);
        EmpiricalBernstein expected = new EmpiricalBernstein(Bounds.ofInversePropensity(REWARDS, 2));
        Random chance = new Random(2);
        for (int cluster = 0; cluster < 3_000; cluster++) {
            WeighedAction one = row(chance);
            WeighedAction other = row(chance);
            evaluation.add(cluster, "one", one);
            evaluation.add(cluster, "other", other);
            expected.add((one.weight() * one.reward() + other.weight() * other.reward()) / 2);
        }

        List<Estimate> estimates = evaluation.judgement().estimates();
        assertThat(estimates.get(0).bernstein()).isEqualTo(expected.interval(0.95));
        assertThat(Objects.requireNonNull(estimates.get(0).sequence()).contains(VALUE))
                .isTrue();
        assertThat(Objects.requireNonNull(estimates.get(2).bernstein()).contains(VALUE))
                .isTrue();
        assertThat(estimates.get(1).bernstein()).isNull();
        assertThat(estimates.get(1).sequence()).isNull();
    }

    @Test
    void aRefusedLog_hasNoValueAtAll() {
        LogEvaluation evaluation = judged(0, 3_000);
        evaluation.add(99_999, "line 17", new WeighedAction(21_739, 0));

        Judgement judgement = evaluation.judgement();

        assertThat(judgement.estimates()).hasSameSizeAs(ASKED).allSatisfy(estimate -> {
            assertThat(estimate.refused()).contains("line 17 weighs 21739.0, more than 20");
            assertThat(estimate.value()).isNull();
            assertThat(estimate.interval()).isNull();
            assertThat(estimate.bernstein()).isNull();
            assertThat(estimate.sequence()).isNull();
        });
    }

    @Test
    void whatIsNeverLogged_isAReason_whereItIsMoreThanAHundredth() {
        assertThat(unsupported(0.009).reasons()).isEmpty();
        assertThat(unsupported(0.009).overlap().unsupported()).hasValueCloseTo(0.009, within(1e-12));
        assertThat(unsupported(0.011).reasons())
                .containsExactly(
                        "the other policy does with a probability of 0.0110 what the log never does, more than 0.01");
        assertThat(judged(0, 3_000).judgement().overlap().unsupported()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> unsupported(Double.NaN));
    }

    private static Judgement unsupported(double mass) {
        LogEvaluation evaluation = new LogEvaluation(List.of(Asked.of(ActionEstimators.snips())), SETTINGS);
        Random chance = new Random(3);
        for (int cluster = 0; cluster < 3_000; cluster++) {
            evaluation.add(cluster, "row " + cluster, row(chance), mass);
        }
        return evaluation.judgement();
    }

    @Test
    void shards_mergeToTheWhole_withoutSequences() {
        LogEvaluation merged = judged(0, 1_000);
        merged.merge(judged(1_000, 2_000));
        merged.merge(judged(2_000, 3_000));

        Judgement expected = judged(0, 3_000).judgement();
        Judgement judgement = merged.judgement();
        assertThat(judgement.overlap().clusters()).isEqualTo(3_000);
        for (int i = 0; i < ASKED.size(); i++) {
            Estimate estimate = judgement.estimates().get(i);
            Interval interval = Objects.requireNonNull(estimate.interval());
            Interval whole = Objects.requireNonNull(expected.estimates().get(i).interval());
            assertThat(interval.low()).isCloseTo(whole.low(), within(1e-12));
            assertThat(interval.high()).isCloseTo(whole.high(), within(1e-12));
            assertThat(estimate.sequence()).isNull();
        }
        assertThat(judgement.estimates().get(0).bernstein()).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> merged.merge(new LogEvaluation(ASKED.subList(0, 2), SETTINGS)));
    }

    @Test
    void bounds_areForMeansThatAreRightOnAverage() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Asked(ActionEstimators.clippedIps(1), REWARDS));
        assertThatIllegalArgumentException().isThrownBy(() -> new Asked(ActionEstimators.snips(), REWARDS));
    }

    @Test
    void gain_isTheDifferenceOfBoth() {
        Random chance = new Random(4);
        List<WeighedAction> rows = Stream.generate(() -> row(chance)).limit(500).toList();
        double mean = rows.stream().mapToDouble(WeighedAction::reward).average().orElseThrow();

        assertThat(ActionEstimators.selfNormalisedGain().estimate(rows))
                .isCloseTo(ActionEstimators.snips().estimate(rows) - mean, within(1e-12));
    }

    private static LogEvaluation judged(int from, int to) {
        LogEvaluation evaluation = new LogEvaluation(ASKED, SETTINGS);
        for (int cluster = from; cluster < to; cluster++) {
            evaluation.add(cluster, "row " + cluster, row(new Random(cluster)));
        }
        return evaluation;
    }

    /** Two actions, logged with 0.25 and 0.75, wanted evenly; one earns 0.4 and one 0.2 of the time. The model is off. */
    private static WeighedAction row(Random chance) {
        chance.nextLong();
        double shift = 0.1 * (chance.nextDouble() - 0.5);
        boolean isRare = chance.nextInt(4) == 0;
        double reward = chance.nextDouble() < (isRare ? 0.4 : 0.2) ? 1 : 0;
        return new WeighedAction(isRare ? 2 : 0.5 / 0.75, reward, (isRare ? 0.5 : 0.1) + shift, 0.3 + shift);
    }
}
