package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.infra.benchmarks.study.WeighedLog.Weighed;
import dev.counterpoint.infra.simulator.behaviour.BehaviourParameters;
import dev.counterpoint.infra.simulator.study.ServingPolicy;
import dev.counterpoint.infra.simulator.study.Weeks;
import dev.counterpoint.training.evaluation.PageEstimators;
import dev.counterpoint.training.evaluation.WeighedPage;
import dev.counterpoint.training.offpolicy.ClusteredBootstrap;
import dev.counterpoint.training.offpolicy.HonestyGate;
import dev.counterpoint.training.offpolicy.SummedEstimator;
import dev.counterpoint.training.offpolicy.WeightAudit;
import java.util.ArrayList;
import java.util.List;

/** What one simulated log says of several policies and of each two of them, beside the truth. */
record OrderedLog(long seed, List<Valued> policies, List<Pair> pairs) {
    /** Standard errors are by the delta method: draws are of no use here, and these are the fewest. */
    private static final int FEWEST_REPLICATES = 100;

    /**
     * One policy.
     *
     * @param refusals why its estimate is not given; empty where it is
     */
    record Valued(
            String policy,
            double truth,
            double snips,
            double error,
            double effective,
            double largestWeight,
            List<String> refusals) {}

    /** Two policies that both passed the gate: by how much the first is better than the second, truly, by SNIPS and by IPS. */
    record Pair(String first, String second, double truth, Difference snips, Difference ips) {}

    /** An estimated difference with its paired standard error. */
    record Difference(double value, double error) {
        /** Whether the truth is so far from 0 that this estimate should know its sign. */
        boolean tells(double truth) {
            return Math.abs(truth) > 3 * error;
        }

        boolean hasSignOf(double truth) {
            return Math.signum(value) == Math.signum(truth);
        }
    }

    /** How a log is simulated. */
    record World(int listeners, int cards, int days, int counted) {}

    /** @param gate that policies pass to be compared */
    static OrderedLog of(
            long seed, World world, ServingPolicy logging, List<ServingPolicy> policies, HonestyGate gate) {
        Weeks weeks = Weeks.madeUp(BehaviourParameters.FIXED, seed, world.cards(), world.listeners());
        weeks.run(Weeks.day(world.days() - world.counted()), any -> logging, Weeks.Observer.none());
        WeighedLog log = new WeighedLog(policies);
        weeks.run(Weeks.day(world.days()), any -> logging, log);
        List<Valued> valued = new ArrayList<>();
        for (int policy = 0; policy < policies.size(); policy++) {
            valued.add(valued(log, policy, policies.get(policy).name(), seed, gate));
        }
        return new OrderedLog(seed, valued, pairs(log, valued, seed));
    }

    private static Valued valued(WeighedLog log, int policy, String name, long seed, HonestyGate gate) {
        WeightAudit audit = new WeightAudit();
        ClusteredBootstrap<Weighed> snips = bootstrap(of(policy, PageEstimators.snips()), seed);
        log.each((listener, page) -> {
            WeighedPage weighed = page.byPolicy().get(policy);
            for (int slot = 0; slot < weighed.slots(); slot++) {
                audit.add(listener, weighed.slotName(slot), weighed.marginal()[slot], weighed.rewards()[slot]);
            }
            snips.add(listener, page);
        });
        WeightAudit.Overlap overlap = audit.overlap();
        return new Valued(
                name,
                log.truth(policy),
                snips.value(),
                snips.standardError(),
                overlap.effectiveClusters(),
                overlap.largestWeight(),
                gate.reasonsAgainst(overlap));
    }

    private static List<Pair> pairs(WeighedLog log, List<Valued> valued, long seed) {
        List<Pair> pairs = new ArrayList<>();
        for (int first = 0; first < valued.size(); first++) {
            for (int second = first + 1; second < valued.size(); second++) {
                Valued one = valued.get(first);
                Valued other = valued.get(second);
                if (one.refusals().isEmpty() && other.refusals().isEmpty()) {
                    pairs.add(new Pair(
                            one.policy(),
                            other.policy(),
                            one.truth() - other.truth(),
                            difference(log, PageEstimators.snips(), first, second, seed),
                            difference(log, PageEstimators.ips(), first, second, seed)));
                }
            }
        }
        return pairs;
    }

    private static Difference difference(
            WeighedLog log, SummedEstimator<WeighedPage> estimator, int first, int second, long seed) {
        ClusteredBootstrap<Weighed> paired = bootstrap(
                SummedEstimator.difference(estimator.reading(), of(first, estimator), of(second, estimator)), seed);
        log.each(paired::add);
        return new Difference(paired.value(), paired.standardError());
    }

    private static ClusteredBootstrap<Weighed> bootstrap(SummedEstimator<Weighed> estimator, long seed) {
        return new ClusteredBootstrap<>(estimator, FEWEST_REPLICATES, seed);
    }

    private static SummedEstimator<Weighed> of(int policy, SummedEstimator<WeighedPage> estimator) {
        return new SummedEstimator<>(
                estimator.reading(),
                estimator.sums(),
                (page, times, sums) -> estimator.each().add(page.byPolicy().get(policy), times, sums),
                estimator.value(),
                estimator.gradient());
    }
}
