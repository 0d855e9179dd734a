package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.infra.simulator.behaviour.BehaviourParameters;
import dev.counterpoint.infra.simulator.behaviour.Deed;
import dev.counterpoint.infra.simulator.study.ServingPolicy;
import dev.counterpoint.infra.simulator.study.Weeks;
import dev.counterpoint.training.row.PageOutcome;
import dev.counterpoint.training.row.Reward;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each page earned that a listener looked at, in clicks, all served by one policy. Not thread-safe. */
final class RewardsOfListeners implements Weeks.Observer {
    private static final ServingPolicy BASELINE =
            new ServingPolicy("baseline", Baselines.linear(), new EpsilonGreedy(0.05, 0.02));

    private final Map<StreamId, List<Double>> rewards = new LinkedHashMap<>();
    private Weeks.@Nullable Moment moment;

    private RewardsOfListeners() {}

    /** Of a made-up history of some days. */
    static Map<StreamId, List<Double>> of(long seed, int listeners, int cards, int days) {
        RewardsOfListeners observer = new RewardsOfListeners();
        Weeks.madeUp(BehaviourParameters.FIXED, seed, cards, listeners).run(Weeks.day(days), any -> BASELINE, observer);
        return observer.rewards;
    }

    @Override
    public void served(Weeks.Moment now) {
        moment = now;
    }

    @Override
    public void acted(List<Deed> deeds) {
        if (moment != null && !deeds.isEmpty()) {
            PageOutcome outcome = RowsOfWeeks.outcomeOf(moment, deeds);
            double earned = moment.served().decision().page().shelves().stream()
                    .mapToDouble(shelf -> shelf.cards().stream()
                            .mapToDouble(card -> outcome.earned(Reward.CLICK, shelf.row(), card.column()))
                            .sum())
                    .sum();
            rewards.computeIfAbsent(moment.served().decision().listener(), any -> new ArrayList<>())
                    .add(earned);
        }
    }
}
