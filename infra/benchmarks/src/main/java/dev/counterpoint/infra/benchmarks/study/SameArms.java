package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.training.evaluation.SampleRatio;
import dev.counterpoint.training.evaluation.SampleRatio.Counted;
import dev.counterpoint.training.offpolicy.ClusteredBootstrap;
import dev.counterpoint.training.offpolicy.Coverage;
import dev.counterpoint.training.offpolicy.Interval;
import dev.counterpoint.training.offpolicy.Propensity;
import dev.counterpoint.training.offpolicy.Reading;
import dev.counterpoint.training.offpolicy.SummedEstimator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Two arms of listeners who were all served alike, split by a hash of their names with a salt of the experiment: whatever difference is found is chance.
 *
 * @param pagesOf the rewards of each listener's pages
 */
record SameArms(Map<StreamId, List<Double>> pagesOf, long salt) {
    private static final double CONFIDENCE = 0.95;
    private static final SummedEstimator<Double> REWARD = SummedEstimator.mean(
            new Reading(
                    "on-policy", Propensity.NONE, "none", "the mean reward of an arm's pages", Coverage.MANY_CLUSTERS),
            reward -> reward);

    /** What counts as one in an interval. */
    enum Unit {
        LISTENER,
        PAGE;

        String written() {
            return "by " + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the interval of the difference of the two arms leaves out 0. */
    boolean isFalseAlarm(Unit unit, int replicates) {
        ClusteredBootstrap<Double> first = new ClusteredBootstrap<>(REWARD, replicates, salt);
        ClusteredBootstrap<Double> second = new ClusteredBootstrap<>(REWARD, replicates, salt);
        long number = 0;
        for (Map.Entry<StreamId, List<Double>> listener : pagesOf.entrySet()) {
            ClusteredBootstrap<Double> arm = isInFirst(listener.getKey()) ? first : second;
            for (double reward : listener.getValue()) {
                arm.add(unit == Unit.LISTENER ? hash("cluster", listener.getKey()) : hash("page", number++), reward);
            }
        }
        Interval difference = first.differenceTo(second, CONFIDENCE).orElseThrow();
        return !difference.contains(0);
    }

    /** What is said of the numbers of listeners in the arms, which should be half and half; some are lost. */
    Optional<String> alarm(Predicate<StreamId> isInFirst, Predicate<StreamId> isLost) {
        long first = 0;
        long all = 0;
        for (StreamId listener : pagesOf.keySet()) {
            if (!isLost.test(listener)) {
                first += isInFirst.test(listener) ? 1 : 0;
                all++;
            }
        }
        Map<String, Counted> arms = new LinkedHashMap<>();
        arms.put("the first arm", new Counted(first, 0.5));
        arms.put("the second", new Counted(all - first, 0.5));
        return SampleRatio.alarm(arms);
    }

    boolean isInFirst(StreamId listener) {
        return hash("arm", listener) < 0;
    }

    /** One in ten of the first arm, as where its pages break on some devices. */
    boolean isLost(StreamId listener) {
        return isInFirst(listener) && Math.floorMod(hash("lost", listener), 10) == 0;
    }

    /** By the last digit of how many pages they saw, which few have evenly. */
    boolean isByLastDigitInFirst(StreamId listener) {
        return pagesOf.getOrDefault(listener, List.of()).size() % 10 < 5;
    }

    private long hash(String use, Object of) {
        return SeededRandom.seedOf(salt, use + " " + of);
    }
}
