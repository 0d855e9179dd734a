package dev.counterpoint.infra.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.infra.simulator.behaviour.BehaviourParameters;
import dev.counterpoint.infra.simulator.behaviour.Deed;
import dev.counterpoint.infra.simulator.study.ServingPolicy;
import dev.counterpoint.infra.simulator.study.Weeks;
import dev.counterpoint.training.evaluation.OtherPolicy;
import dev.counterpoint.training.evaluation.WeighedPage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherPolicyOnSimulatedPagesTest {
    private static final EpsilonGreedy DRAWING = new EpsilonGreedy(0.05, 0.02);
    private static final ServingPolicy LOGGING = new ServingPolicy("baseline", Baselines.linear(), DRAWING);

    /** Rewards that tell the slot. */
    private static final OtherPolicy.Rewards BY_PLACE = (row, column) -> row * 100 + column;

    @Test
    void theLoggingPolicyItself_weighsEverySlotWithOne() {
        onEachPage(moment -> {
            Plan plan = moment.served().plan();
            WeighedPage page = new OtherPolicy(moment.served().scoresOf(LOGGING.scorer(), plan), DRAWING)
                    .weigh(Weeks.decisionOf(0), moment.served().decision(), plan)
                    .earning(BY_PLACE);

            assertThat(page.marginal()).isNotEmpty();
            assertThat(Arrays.stream(page.marginal()).boxed())
                    .allSatisfy(weight -> assertThat(weight).isCloseTo(1, within(1e-12)));
            assertThat(Arrays.stream(page.inShelf()).boxed())
                    .allSatisfy(weight -> assertThat(weight).isCloseTo(1, within(1e-12)));
            assertThat(Arrays.stream(page.overRows()).boxed())
                    .allSatisfy(weight -> assertThat(weight).isCloseTo(1, within(1e-12)));
            for (int slot = 0; slot < page.places().length; slot++) {
                assertThat(page.rewards()[slot]).isEqualTo(page.places()[slot] / 10 * 100 + page.places()[slot] % 10);
            }
        });
    }

    @Test
    void anOtherOrder_weighsLessWhatItPutsElsewhere() {
        onEachPage(moment -> {
            Plan plan = moment.served().plan();
            WeighedPage page = new OtherPolicy(
                            moment.served().scoresOf(Baselines.popularity(), plan), new EpsilonGreedy(0, 0))
                    .weigh(Weeks.decisionOf(0), moment.served().decision(), plan)
                    .earning(BY_PLACE);

            // Without chance, a slot has the item that the order puts there, or it has no weight at all.
            assertThat(Arrays.stream(page.marginal()).filter(weight -> weight > 0))
                    .allMatch(weight -> weight >= 1);
            assertThat(Arrays.stream(page.marginal())
                            .filter(weight -> weight == 0)
                            .count())
                    .isPositive();
        });
    }

    private interface Check {
        void of(Weeks.Moment moment);
    }

    private static void onEachPage(Check check) {
        int[] pages = new int[1];
        Weeks.madeUp(BehaviourParameters.FIXED, 1, 400, 20).run(Weeks.day(2), any -> LOGGING, new Weeks.Observer() {
            @Override
            public void served(Weeks.Moment moment) {
                check.of(moment);
                pages[0]++;
            }

            @Override
            public void acted(List<Deed> deeds) {}
        });
        assertThat(pages[0]).isGreaterThan(20);
    }
}
