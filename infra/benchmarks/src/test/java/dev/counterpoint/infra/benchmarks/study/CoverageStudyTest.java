package dev.counterpoint.infra.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.infra.benchmarks.study.CoverageStudy.Covered;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoverageStudyTest {
    private static final int LOGS = 24;
    private static final int REPLICATES = 200;

    static List<BanditWorld> inside() {
        return CoverageStudy.INSIDE;
    }

    static List<BanditWorld> outside() {
        return CoverageStudy.OUTSIDE;
    }

    @ParameterizedTest
    @MethodSource("inside")
    void insideTheGate_intervalsHoldTheTruth(BanditWorld world) {
        Covered covered = CoverageStudy.of(world, LOGS, REPLICATES);

        assertThat(covered.withheld().times()).isLessThanOrEqualTo(1);
        for (String estimator : new String[] {"IPS", "SNIPS", "DR"}) {
            // Were the share 95 %, fewer than 20 of 24 would hold it once in 167 times.
            assertThat(covered.held(estimator + ", studentised").times()).isGreaterThanOrEqualTo(20);
        }
        for (String estimator : new String[] {"IPS", "DR"}) {
            assertThat(covered.held(estimator + ", empirical Bernstein").times())
                    .isGreaterThanOrEqualTo(22);
            assertThat(covered.held(estimator + ", sequence at all looks").times())
                    .isGreaterThanOrEqualTo(22);
        }
    }

    @ParameterizedTest
    @MethodSource("outside")
    void outsideTheGate_everyLogIsWithheld(BanditWorld world) {
        assertThat(CoverageStudy.of(world, LOGS, REPLICATES).withheld()).isEqualTo(new Share(LOGS, LOGS));
    }

    @Test
    void whereWeightsAreCut_theTruthIsMissed() {
        Covered covered = CoverageStudy.of(CoverageStudy.INSIDE.get(2), LOGS, REPLICATES);

        assertThat(covered.held("CIPS λ=5, studentised, which promises nothing").value())
                .isLessThan(0.5);
    }

    @Test
    void theTruth_isWhatManyListenersEarnUnderTheOtherPolicy() {
        BanditWorld world = CoverageStudy.INSIDE.get(0);
        BanditWorld onPolicy = BanditWorld.right("on policy", 400_000, world.other(), world.other());

        assertThat(onPolicy.judge(1, 100).estimates().get(0).value()).isCloseTo(world.truth(), within(0.003));
    }
}
