package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.Plan;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.models.FittedModels;
import dev.counterpoint.infra.simulator.behaviour.BehaviourParameters;
import dev.counterpoint.infra.simulator.behaviour.Deed;
import dev.counterpoint.infra.simulator.study.OnePageValues;
import dev.counterpoint.infra.simulator.study.ServingPolicy;
import dev.counterpoint.infra.simulator.study.Weeks;
import dev.counterpoint.training.evaluation.OtherPolicy;
import dev.counterpoint.training.evaluation.PageLog;
import dev.counterpoint.training.evaluation.PageLog.Measured;
import dev.counterpoint.training.fit.Estimator;
import dev.counterpoint.training.fit.FitProgress;
import dev.counterpoint.training.fit.Fitted;
import dev.counterpoint.training.offpolicy.HonestyGate;
import dev.counterpoint.training.row.ExposureWeights;
import dev.counterpoint.training.row.PageOutcome;
import dev.counterpoint.training.row.Reward;
import dev.counterpoint.training.row.TimeSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What policies are worth that were trained on the log of the baseline, against chance, popularity and the best page. */
@Command(name = "learning", description = "One-page values of trained policies, and their off-policy estimates.")
public final class LearningStudy implements Runnable {
    private static final EpsilonGreedy DRAWING = new EpsilonGreedy(0.05, 0.02);
    private static final ServingPolicy LOGGING = new ServingPolicy("baseline", Baselines.linear(), DRAWING);

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--seeds", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int seeds = 10;

    @Option(names = "--first-seed", paramLabel = "N", description = "From which on (default: ${DEFAULT-VALUE}).")
    private long firstSeed = 1;

    @Option(names = "--listeners", paramLabel = "N", description = "Of each seed (default: ${DEFAULT-VALUE}).")
    private int listeners = 2_500;

    @Option(names = "--cards", paramLabel = "N", description = "Of the catalogue (default: ${DEFAULT-VALUE}).")
    private int cards = 2_000;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "Of which the last two count (default: ${DEFAULT-VALUE}).")
    private int days = 7;

    @Option(names = "--cap", paramLabel = "W", description = "Of the weights of rows (default: ${DEFAULT-VALUE}).")
    private double cap = ExposureWeights.STANDARD.cap();

    @Override
    public void run() {
        ResultFile results = options.results(
                "learning",
                "simulated: " + listeners + " listeners of " + cards + " made-up cards, " + days
                        + " days served by the baseline; models learn clicks from all but the last two, which count;"
                        + " weights of rows up to " + cap);
        results.line(
                "values are expected plays on one page at the states that the baseline served, not deployed values;"
                        + " gate of estimates: %s",
                HonestyGate.STANDARD);
        List<Found> all = LongStream.range(firstSeed, firstSeed + seeds)
                .parallel()
                .mapToObj(this::find)
                .toList();
        all.stream().flatMap(found -> found.lines().stream()).forEach(line -> results.line("%s", line));
        new Summary(all).lines().forEach(line -> results.line("%s", line));
    }

    private Found find(long seed) {
        Weeks weeks = Weeks.madeUp(BehaviourParameters.FIXED, seed, cards, listeners);
        RowsOfWeeks collected = new RowsOfWeeks(Reward.CLICK, new ExposureWeights(cap));
        weeks.run(Weeks.day(days - 2), any -> LOGGING, collected);
        TimeSplit split = TimeSplit.of(collected.rows(), 0.8);
        FittedModels models = new FittedModels(List.of(HomeFeatures.newest()));
        List<ServingPolicy> policies = new ArrayList<>(List.of(
                new ServingPolicy("uniform", Baselines.popularity(), DRAWING.uniform()),
                new ServingPolicy("popularity", Baselines.popularity(), DRAWING),
                LOGGING));
        List<String> fits = new ArrayList<>();
        for (Estimator estimator : FittedModels.estimators()) {
            Fitted fitted = estimator.fit(split, seed, FitProgress.unobserved());
            policies.add(new ServingPolicy(estimator.name(), models.of(fitted.artifact()), DRAWING));
            fits.add(String.format(
                    Locale.ROOT,
                    "seed %d, %s: %s; held-out loss %.5f in epoch %d of %d; %s",
                    seed,
                    estimator.name(),
                    split,
                    fitted.epochs().get(fitted.best()).heldOutLoss(),
                    fitted.best(),
                    fitted.epochs().size(),
                    fitted.artifact().modelId()));
        }
        Judged judged = new Judged(policies);
        weeks.run(Weeks.day(days), any -> LOGGING, judged);
        return judged.found(seed, fits);
    }

    /** @param share of the way from popularity to the best page */
    record Value(
            String policy,
            double value,
            double share,
            @Nullable Measured estimate,
            List<String> reasons) {}

    record Found(long seed, long pages, double best, List<Value> values, List<String> fits) {
        List<String> lines() {
            List<String> lines = new ArrayList<>(fits);
            lines.add(String.format(Locale.ROOT, "seed %d: best page %.3f; %d pages", seed, best, pages));
            for (Value value : values) {
                lines.add(String.format(
                        Locale.ROOT,
                        "seed %d, %s: value %.4f, %.3f of the way; SNIPS %s",
                        seed,
                        value.policy(),
                        value.value(),
                        value.share(),
                        estimateOf(value)));
            }
            return lines;
        }

        private static String estimateOf(Value value) {
            Measured estimate = value.estimate();
            if (estimate == null) {
                return "refused: " + String.join("; ", value.reasons());
            }
            double error = estimate.standardError();
            return String.format(
                    Locale.ROOT,
                    "%.4f, standard error %.4f: off by %+.2f of it",
                    estimate.value(),
                    error,
                    (estimate.value() - value.value() / BehaviourParameters.FIXED.firstSlot()) / error);
        }
    }

    /** Over all seeds. */
    private record Summary(List<Found> all) {
        List<String> lines() {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < all.get(0).values().size(); i++) {
                int policy = i;
                double[] values = all.stream()
                        .mapToDouble(found -> found.values().get(policy).value())
                        .toArray();
                double[] shares = all.stream()
                        .mapToDouble(found -> found.values().get(policy).share())
                        .toArray();
                lines.add(String.format(
                        Locale.ROOT,
                        "%s: value %.4f (standard error %.4f over %d seeds), %.4f of the way (standard error %.4f,"
                                + " least %.4f); better than popularity in %d seeds",
                        all.get(0).values().get(policy).policy(),
                        Spread.mean(values),
                        Spread.error(values),
                        all.size(),
                        Spread.mean(shares),
                        Spread.error(shares),
                        Spread.least(shares),
                        all.stream()
                                .filter(found -> found.values().get(policy).share() > 0)
                                .count()));
            }
            return lines;
        }
    }

    /** Every policy at the states that the baseline serves: its exact value, and what the log says of it. */
    private static final class Judged implements Weeks.Observer {
        private final List<ServingPolicy> policies;
        private final double[] values;
        private final List<PagesOfListeners> logs = new ArrayList<>();
        private double best;
        private long pages;
        private List<OtherPolicy> others = List.of();
        private Weeks.@Nullable Moment moment;

        Judged(List<ServingPolicy> policies) {
            this.policies = policies;
            this.values = new double[policies.size()];
            policies.forEach(any -> logs.add(new PagesOfListeners()));
        }

        @Override
        public void served(Weeks.Moment served) {
            moment = served;
            OnePageValues truth = new OnePageValues(BehaviourParameters.FIXED, served.served(), served.appeal());
            Plan plan = served.served().plan();
            List<OtherPolicy> weighed = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                ServingPolicy policy = policies.get(i);
                float[] scores = served.served().scoresOf(policy.scorer(), plan);
                values[i] += truth.of(scores, policy.drawing());
                weighed.add(new OtherPolicy(scores, policy.drawing()));
            }
            best += truth.best();
            others = weighed;
            pages++;
        }

        @Override
        public void acted(List<Deed> deeds) {
            if (deeds.isEmpty() || moment == null) {
                return;
            }
            PageOutcome outcome = RowsOfWeeks.outcomeOf(moment, deeds);
            Plan plan = moment.served().plan();
            for (int i = 0; i < values.length; i++) {
                logs.get(i)
                        .add(others.get(i)
                                .weigh(Weeks.decisionOf(pages), moment.served().decision(), plan)
                                .earning((row, column) -> outcome.earned(Reward.CLICK, row, column)));
            }
        }

        Found found(long seed, List<String> fits) {
            double popularity = values[1] / pages;
            double top = best / pages;
            List<Value> found = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                double value = values[i] / pages;
                PageLog.Estimated snips = logs.get(i).snips(seed);
                found.add(new Value(
                        policies.get(i).name(),
                        value,
                        (value - popularity) / (top - popularity),
                        snips.value(),
                        snips.refusals()));
            }
            return new Found(seed, pages, top, found, fits);
        }
    }
}
