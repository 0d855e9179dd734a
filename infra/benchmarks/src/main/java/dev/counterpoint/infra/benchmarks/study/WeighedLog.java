package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.infra.simulator.behaviour.BehaviourParameters;
import dev.counterpoint.infra.simulator.behaviour.Deed;
import dev.counterpoint.infra.simulator.study.OnePageValues;
import dev.counterpoint.infra.simulator.study.ServingPolicy;
import dev.counterpoint.infra.simulator.study.Weeks;
import dev.counterpoint.training.evaluation.OtherPolicy;
import dev.counterpoint.training.evaluation.WeighedPage;
import dev.counterpoint.training.row.PageOutcome;
import dev.counterpoint.training.row.Reward;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Pages as each of several policies weighs them, by listener, and the true one-page value of each policy. Not thread-safe. */
final class WeighedLog implements Weeks.Observer {
    private final List<ServingPolicy> policies;
    private final double[] truth;
    private final Map<StreamId, List<Weighed>> byListener = new LinkedHashMap<>();
    private List<OtherPolicy> others = List.of();
    private Weeks.@Nullable Moment moment;
    private long served;

    /** @param byPolicy the same page, as each policy weighs it */
    record Weighed(List<WeighedPage> byPolicy) {
        Weighed {
            byPolicy = List.copyOf(byPolicy);
        }
    }

    WeighedLog(List<ServingPolicy> policies) {
        this.policies = policies;
        this.truth = new double[policies.size()];
    }

    @Override
    public void served(Weeks.Moment now) {
        moment = now;
        OnePageValues values = new OnePageValues(BehaviourParameters.FIXED, now.served(), now.appeal());
        Plan plan = now.served().plan();
        Map<Scorer, float[]> scored = new HashMap<>();
        List<OtherPolicy> weighing = new ArrayList<>();
        for (int policy = 0; policy < truth.length; policy++) {
            ServingPolicy other = policies.get(policy);
            float[] scores = scored.computeIfAbsent(
                    other.scorer(), scorer -> now.served().scoresOf(scorer, plan));
            truth[policy] += values.of(scores, other.drawing());
            weighing.add(new OtherPolicy(scores, other.drawing()));
        }
        others = weighing;
        served++;
    }

    @Override
    public void acted(List<Deed> deeds) {
        if (moment == null || deeds.isEmpty()) {
            return;
        }
        Weeks.Moment now = moment;
        Plan plan = now.served().plan();
        PageOutcome outcome = RowsOfWeeks.outcomeOf(now, deeds);
        List<WeighedPage> pages = others.stream()
                .map(other ->
                        slim(other.weigh(Weeks.decisionOf(served), now.served().decision(), plan)
                                .earning((row, column) -> outcome.earned(Reward.CLICK, row, column))))
                .toList();
        byListener
                .computeIfAbsent(pages.get(0).listener(), any -> new ArrayList<>())
                .add(new Weighed(pages));
    }

    /** Weights by prefixes are of no use here, and many pages are kept. */
    private static WeighedPage slim(WeighedPage page) {
        double[] none = new double[0];
        return new WeighedPage(
                page.name(),
                page.listener(),
                page.places(),
                page.columns(),
                page.marginal(),
                none,
                none,
                page.rewards(),
                page.predicted(),
                page.direct());
    }

    /** A policy's mean reward of a page that is looked at. */
    double truth(int policy) {
        return truth[policy] / served / BehaviourParameters.FIXED.firstSlot();
    }

    /** The pages of each listener together. */
    void each(BiConsumer<Long, Weighed> told) {
        byListener.forEach((listener, pages) -> {
            long cluster = SeededRandom.of(0, listener.toString()).nextLong();
            pages.forEach(page -> told.accept(cluster, page));
        });
    }
}
