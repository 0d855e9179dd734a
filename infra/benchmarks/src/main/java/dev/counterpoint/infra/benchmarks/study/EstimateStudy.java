package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.simulator.behaviour.BehaviourParameters;
import dev.counterpoint.infra.simulator.behaviour.Deed;
import dev.counterpoint.infra.simulator.study.OnePageValues;
import dev.counterpoint.infra.simulator.study.ServingPolicy;
import dev.counterpoint.infra.simulator.study.Weeks;
import dev.counterpoint.training.evaluation.OtherPolicy;
import dev.counterpoint.training.evaluation.PageLog;
import dev.counterpoint.training.evaluation.PageLog.Measured;
import dev.counterpoint.training.offpolicy.HonestyGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Off-policy estimates of policies from the log of the baseline, against the truth that the simulator knows. */
@Command(name = "estimates", description = "Off-policy estimates against the simulator's truth.")
public final class EstimateStudy implements Runnable {
    private static final ServingPolicy LOGGING =
            new ServingPolicy("baseline", Baselines.linear(), new EpsilonGreedy(0.05, 0.02));
    private static final List<ServingPolicy> POLICIES = List.of(
            LOGGING,
            new ServingPolicy("baseline, half the epsilon", Baselines.linear(), new EpsilonGreedy(0.025, 0.02)),
            new ServingPolicy("baseline, twice the epsilon", Baselines.linear(), new EpsilonGreedy(0.10, 0.02)),
            new ServingPolicy("baseline, greedy but for eta", Baselines.linear(), new EpsilonGreedy(0, 0.02)),
            new ServingPolicy("popularity", Baselines.popularity(), new EpsilonGreedy(0.05, 0.02)),
            new ServingPolicy("uniform", Baselines.popularity(), new EpsilonGreedy(0.05, 1)));

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--seeds", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int seeds = 10;

    @Option(names = "--listeners", paramLabel = "N", description = "Of each seed (default: ${DEFAULT-VALUE}).")
    private int listeners = 2_500;

    @Option(names = "--cards", paramLabel = "N", description = "Of the catalogue (default: ${DEFAULT-VALUE}).")
    private int cards = 2_000;

    @Option(names = "--days", paramLabel = "N", description = "The last two count (default: ${DEFAULT-VALUE}).")
    private int days = 4;

    @Override
    public void run() {
        ResultFile results = options.results(
                "estimates",
                "simulated: " + listeners + " listeners of " + cards + " made-up cards, " + days
                        + " days served by the baseline, the last two count");
        results.line(
                "values are plays on one page that was looked at, at the states that the baseline served; gate: %s",
                HonestyGate.STANDARD);
        List<Compared> all = LongStream.rangeClosed(1, seeds)
                .parallel()
                .mapToObj(this::logsOf)
                .flatMap(Logs::compared)
                .toList();
        all.forEach(compared -> results.line("%s", compared));
        List<Compared> given = all.stream().filter(Compared::isGiven).toList();
        results.line(
                "%d of %d estimates that passed the gate are within 4 standard errors of the truth",
                given.stream()
                        .filter(compared -> Math.abs(compared.errors()) <= 4)
                        .count(),
                given.size());
    }

    private Logs logsOf(long seed) {
        Weeks weeks = Weeks.madeUp(BehaviourParameters.FIXED, seed, cards, listeners);
        weeks.run(Weeks.day(days - 2), any -> LOGGING, Weeks.Observer.none());
        Logs logs = new Logs(seed);
        weeks.run(Weeks.day(days), any -> LOGGING, logs);
        return logs;
    }

    /** @param reasons why no estimate is given; empty where one is */
    private record Compared(
            long seed,
            String policy,
            double truth,
            @Nullable Measured estimate,
            List<String> reasons) {
        boolean isGiven() {
            return estimate != null;
        }

        /** How many standard errors the estimate is off. */
        double errors() {
            return estimate == null ? Double.NaN : (estimate.value() - truth) / estimate.standardError();
        }

        @Override
        public String toString() {
            return estimate != null
                    ? String.format(
                            Locale.ROOT,
                            "seed %d, %s: truth %.4f, SNIPS %.4f, standard error %.4f: off by %+.2f of it",
                            seed,
                            policy,
                            truth,
                            estimate.value(),
                            estimate.standardError(),
                            errors())
                    : "seed " + seed + ", " + policy + ": refused: " + String.join("; ", reasons);
        }
    }

    /** The log as every policy weighs it, and the truth of each. */
    private static final class Logs implements Weeks.Observer {
        private static final int COLUMNS = 10;
        private static final int PLACES = 8 * COLUMNS;

        private final List<PagesOfListeners> logs = new ArrayList<>();
        private final double[] truth = new double[POLICIES.size()];
        private long pages;
        private List<OtherPolicy> others = List.of();
        private Weeks.@Nullable Moment moment;

        private final long seed;

        Logs(long seed) {
            this.seed = seed;
            POLICIES.forEach(any -> logs.add(new PagesOfListeners()));
        }

        Stream<Compared> compared() {
            return IntStream.range(0, POLICIES.size()).mapToObj(this::compared);
        }

        private Compared compared(int policy) {
            PageLog.Estimated snips = logs.get(policy).snips(seed);
            return new Compared(
                    seed,
                    POLICIES.get(policy).name(),
                    truth[policy] / pages / BehaviourParameters.FIXED.firstSlot(),
                    snips.value(),
                    snips.refusals());
        }

        @Override
        public void served(Weeks.Moment served) {
            moment = served;
            OnePageValues values = new OnePageValues(BehaviourParameters.FIXED, served.served(), served.appeal());
            Plan plan = served.served().plan();
            List<OtherPolicy> weighed = new ArrayList<>();
            for (int policy = 0; policy < POLICIES.size(); policy++) {
                ServingPolicy other = POLICIES.get(policy);
                float[] scores = served.served().scoresOf(other.scorer(), plan);
                truth[policy] += values.of(scores, other.drawing());
                weighed.add(new OtherPolicy(scores, other.drawing()));
            }
            others = weighed;
            pages++;
        }

        @Override
        public void acted(List<Deed> deeds) {
            if (deeds.isEmpty() || moment == null) {
                return;
            }
            double[] plays = new double[PLACES];
            for (Deed deed : deeds) {
                plays[deed.row() * COLUMNS + deed.column()] += deed.type() == InteractionType.PLAY ? 1 : 0;
            }
            DecisionRecord decision = moment.served().decision();
            Plan plan = moment.served().plan();
            for (int policy = 0; policy < POLICIES.size(); policy++) {
                logs.get(policy)
                        .add(others.get(policy)
                                .weigh(Weeks.decisionOf(pages), decision, plan)
                                .earning((row, column) -> plays[row * COLUMNS + column]));
            }
        }
    }
}
