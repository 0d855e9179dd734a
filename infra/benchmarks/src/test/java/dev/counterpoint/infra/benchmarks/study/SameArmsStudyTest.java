package dev.counterpoint.infra.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.infra.benchmarks.study.SameArms.Unit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SameArmsStudyTest {
    private static final int REPLICATES = 200;

    @Test
    void listenersAsUnits_raiseFewFalseAlarms_pagesMany() {
        Map<StreamId, List<Double>> pagesOf = eachAlwaysTheSame(300, 10);

        Share byListener = SameArmsStudy.falseAlarms(pagesOf, 40, Unit.LISTENER, REPLICATES);
        Share byPage = SameArmsStudy.falseAlarms(pagesOf, 40, Unit.PAGE, REPLICATES);

        // Of 40 at 5 % each, more than 6 are false once in 300 times; pages are taken for 10 times as many as tell.
        assertThat(byListener.times()).isLessThanOrEqualTo(6);
        assertThat(byPage.value()).isGreaterThan(0.3);
    }

    @Test
    void aSplitThatLostATenthOfAnArm_isFound_andARightOneIsNot() {
        SameArmsStudy.Broken broken = SameArmsStudy.brokenOf(SameArmsStudy.names(25_000), 10);

        assertThat(broken.right()).isEqualTo(new Share(0, 10));
        assertThat(broken.lost()).isEqualTo(new Share(10, 10));
    }

    @Test
    void armsByASkewedDigit_areFound() {
        SameArms arms = new SameArms(eachAlwaysTheSame(300, 4), 1);

        assertThat(arms.alarm(arms::isByLastDigitInFirst, any -> false))
                .hasValueSatisfying(alarm -> assertThat(alarm).contains("300 in the first arm instead of 150"));
    }

    @Test
    void rewards_areOfThePagesThatWereLookedAt() {
        Map<StreamId, List<Double>> pagesOf = RewardsOfListeners.of(1, 30, 200, 1);

        assertThat(pagesOf).hasSizeBetween(10, 30);
        assertThat(pagesOf.values()).allSatisfy(pages -> assertThat(pages).isNotEmpty());
        assertThat(pagesOf.values().stream().flatMap(List::stream).toList())
                .anySatisfy(reward -> assertThat(reward).isPositive());
    }

    private static Map<StreamId, List<Double>> eachAlwaysTheSame(int listeners, int pages) {
        SeededRandom chance = new SeededRandom(5);
        Map<StreamId, List<Double>> pagesOf = new LinkedHashMap<>();
        SameArmsStudy.names(listeners)
                .forEach((listener, none) -> pagesOf.put(listener, Collections.nCopies(pages, chance.nextDouble())));
        return pagesOf;
    }
}
