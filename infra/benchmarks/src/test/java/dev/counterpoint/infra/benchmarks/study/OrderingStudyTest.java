package dev.counterpoint.infra.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.infra.benchmarks.study.OrderedLog.Difference;
import dev.counterpoint.infra.benchmarks.study.OrderedLog.Pair;
import dev.counterpoint.infra.benchmarks.study.OrderedLog.Valued;
import dev.counterpoint.infra.simulator.study.ServingPolicy;
import dev.counterpoint.training.offpolicy.HonestyGate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderingStudyTest {
    private static final ServingPolicy LOGGING = OrderedPolicies.LOGGING;
    private static final ServingPolicy UNIFORM =
            new ServingPolicy("nearly uniform", LOGGING.scorer(), new EpsilonGreedy(0.9, 0.5));

    @Test
    void aLog_valuesItsOwnPolicyByWhatItEarned_andKnowsThatChanceIsWorse() {
        OrderedLog log = OrderedLog.of(
                1,
                new OrderedLog.World(300, 300, 2, 2),
                LOGGING,
                List.of(LOGGING, UNIFORM),
                new HonestyGate(100, 50, 1_000, 4, 30, 0.01));

        Valued own = log.policies().get(0);
        assertThat(own.effective()).isGreaterThan(100);
        assertThat(own.largestWeight()).isCloseTo(1, within(1e-9));
        assertThat(own.snips()).isCloseTo(own.truth(), within(4 * own.error()));
        assertThat(log.pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.truth()).isPositive();
            assertThat(pair.snips().tells(pair.truth())).isTrue();
            assertThat(pair.snips().hasSignOf(pair.truth())).isTrue();
        });
    }

    @Test
    void aPolicyThatTheGateRefuses_isInNoPair() {
        OrderedLog log = OrderedLog.of(
                1, new OrderedLog.World(40, 300, 1, 1), LOGGING, List.of(LOGGING, UNIFORM), HonestyGate.STANDARD);

        assertThat(log.policies())
                .allSatisfy(policy -> assertThat(policy.refusals()).isNotEmpty());
        assertThat(log.pairs()).isEmpty();
    }

    @Test
    void onlyPairsThatDifferClearly_count() {
        Difference sure = new Difference(-1, 0.1);
        Difference unsure = new Difference(-1, 1);
        List<Pair> pairs = List.of(
                new Pair("a", "b", -0.31, sure, unsure),
                new Pair("a", "c", 0.31, sure, unsure),
                new Pair("a", "d", 0.29, sure, unsure));

        assertThat(OrderingStudy.told(pairs, Pair::snips)).isEqualTo(new Share(1, 2));
        assertThat(OrderingStudy.told(pairs, Pair::ips)).isEqualTo(new Share(0, 0));
    }

    @Test
    void thePolicies_areTenOfDifferentNames() {
        assertThat(OrderedPolicies.TEN.stream().map(ServingPolicy::name))
                .hasSize(10)
                .doesNotHaveDuplicates();
    }
}
