package dev.counterpoint.infra.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.decision.DecisionBytes;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.infra.simulator.behaviour.BehaviourParameters;
import dev.counterpoint.infra.simulator.behaviour.Deed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeeksTest {
    private static final ServingPolicy BASELINE = Headroom.policies().get(3);

    /** What the truth said of the pages that were served, and what then happened. */
    private static final class Watch implements Weeks.Observer {
        private final List<Integer> digests = new ArrayList<>();
        private double expected;
        private double lastExpected;
        private double squares;
        private int plays;

        @Override
        public void served(Weeks.Moment moment) {
            digests.add(Arrays.hashCode(DecisionBytes.encode(moment.served().decision())));
            OnePageValues values = new OnePageValues(BehaviourParameters.FIXED, moment.served(), moment.appeal());
            lastExpected = values.of(BASELINE);
            expected += lastExpected;
            assertThat(values.best()).isGreaterThanOrEqualTo(lastExpected);
            assertThat(values.of(Headroom.policies()).values()).allMatch(value -> value <= values.best() + 1e-9);
        }

        @Override
        public void acted(List<Deed> deeds) {
            int played = (int) deeds.stream()
                    .filter(deed -> deed.type() == InteractionType.PLAY)
                    .count();
            plays += played;
            squares += (played - lastExpected) * (played - lastExpected);
        }
    }

    @Test
    void pagesReallyServed_areWorthWhatTheTruthSays_andTheBestPageIsNeverWorse() {
        Watch watch = run(1);

        assertThat(watch.digests).hasSizeGreaterThan(200);
        assertThat((double) watch.plays).isCloseTo(watch.expected, within(4 * Math.sqrt(watch.squares)));
    }

    @Test
    void theSameSeed_givesTheSameHistory() {
        assertThat(run(2).digests).isEqualTo(run(2).digests).isNotEqualTo(run(3).digests);
    }

    @Test
    void theOrderOfTheTruth_drawnWithoutChance_isTheBestPage() {
        Weeks weeks = Weeks.madeUp(BehaviourParameters.FIXED, 4, 400, 30);
        double[] gap = new double[2];
        weeks.run(Weeks.day(2), any -> BASELINE, new Weeks.Observer() {
            @Override
            public void served(Weeks.Moment moment) {
                OnePageValues values = new OnePageValues(BehaviourParameters.FIXED, moment.served(), moment.appeal());
                Plan plan = moment.served().plan();
                // Shelves are ordered by a discount of their own, so the best page may be a little better than this
                // one.
                double ofTruth = values.of(values.truth(), new EpsilonGreedy(0, 0));
                assertThat(ofTruth).isLessThanOrEqualTo(values.best() + 1e-9);
                gap[0] += values.best() - ofTruth;
                gap[1] += values.best();
                double ofChance = values.of(chance(plan), new EpsilonGreedy(0, 0));
                assertThat(ofChance).isLessThanOrEqualTo(values.best() + 1e-9);
            }

            @Override
            public void acted(List<Deed> deeds) {}
        });

        assertThat(gap[0] / gap[1]).isLessThan(0.01);
    }

    private static float[] chance(Plan plan) {
        SeededRandom random = new SeededRandom(plan.chance());
        float[] scores = new float[plan.pairs()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) random.nextDouble();
        }
        return scores;
    }

    private static Watch run(long seed) {
        Watch watch = new Watch();
        Weeks.madeUp(BehaviourParameters.FIXED, seed, 400, 60).run(Weeks.day(3), any -> BASELINE, watch);
        return watch;
    }
}
