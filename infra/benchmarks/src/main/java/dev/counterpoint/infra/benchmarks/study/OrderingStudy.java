package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.benchmarks.study.OrderedLog.Difference;
import dev.counterpoint.infra.benchmarks.study.OrderedLog.Pair;
import dev.counterpoint.infra.benchmarks.study.OrderedLog.Valued;
import dev.counterpoint.infra.benchmarks.study.OrderedLog.World;
import dev.counterpoint.training.offpolicy.HonestyGate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether off-policy estimates put policies into the order of their true values. */
@Command(name = "ordering", description = "How often off-policy estimates order two of ten policies rightly.")
public final class OrderingStudy implements Runnable {
    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--seeds", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int seeds = 10;

    @Option(names = "--listeners", paramLabel = "N", description = "Of each seed (default: ${DEFAULT-VALUE}).")
    private int listeners = 3_000;

    @Option(names = "--cards", paramLabel = "N", description = "Of the catalogue (default: ${DEFAULT-VALUE}).")
    private int cards = 1_000;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "Of which the last two count (default: ${DEFAULT-VALUE}).")
    private int days = 3;

    @Override
    public void run() {
        ResultFile results = options.results(
                "ordering",
                "simulated: " + listeners + " listeners of " + cards + " made-up cards, " + days + " days served by "
                        + OrderedPolicies.LOGGING.name() + ", the last two count");
        results.line(
                "values are clicks on one page that was looked at, at the logged states; differences are paired and clustered"
                        + " by listener; gate: %s",
                HonestyGate.STANDARD);
        World world = new World(listeners, cards, days, 2);
        List<OrderedLog> all = LongStream.rangeClosed(1, seeds)
                .parallel()
                .mapToObj(seed ->
                        OrderedLog.of(seed, world, OrderedPolicies.LOGGING, OrderedPolicies.TEN, HonestyGate.STANDARD))
                .toList();
        all.forEach(log -> write(results, log));
        results.line(
                "%d of %d policies over all seeds passed the gate",
                all.stream()
                        .flatMap(log -> log.policies().stream())
                        .filter(policy -> policy.refusals().isEmpty())
                        .count(),
                all.stream().mapToLong(log -> log.policies().size()).sum());
        List<Pair> pairs = all.stream().flatMap(log -> log.pairs().stream()).toList();
        write(results, "SNIPS", pairs, Pair::snips);
        write(results, "IPS, which is DR without a model", pairs, Pair::ips);
    }

    private static void write(ResultFile results, OrderedLog log) {
        for (Valued policy : log.policies()) {
            results.line("seed %d, %s", log.seed(), lineOf(policy));
        }
        write(results, "seed " + log.seed() + ", SNIPS", log.pairs(), Pair::snips);
    }

    private static String lineOf(Valued policy) {
        return policy.refusals().isEmpty()
                ? String.format(
                        Locale.ROOT,
                        "%s: truth %.4f, SNIPS %.4f, standard error %.4f; an effective %.0f listeners, weights up to %.1f",
                        policy.policy(),
                        policy.truth(),
                        policy.snips(),
                        policy.error(),
                        policy.effective(),
                        policy.largestWeight())
                : policy.policy() + ": refused: " + String.join("; ", policy.refusals());
    }

    private static void write(ResultFile results, String name, List<Pair> pairs, Function<Pair, Difference> estimate) {
        Share told = told(pairs, estimate);
        Share all = Share.none();
        for (Pair pair : pairs) {
            all = all.with(estimate.apply(pair).hasSignOf(pair.truth()));
        }
        results.line(
                "%s: of the %d pairs whose truths differ by more than 3 standard errors %s are ordered rightly; of all pairs %s",
                name, told.of(), told, all);
    }

    /** Of the pairs whose truths differ by more than 3 standard errors of the paired difference, those that are ordered rightly. */
    static Share told(List<Pair> pairs, Function<Pair, Difference> estimate) {
        Share right = Share.none();
        for (Pair pair : pairs) {
            Difference estimated = estimate.apply(pair);
            if (estimated.tells(pair.truth())) {
                right = right.with(estimated.hasSignOf(pair.truth()));
            }
        }
        return right;
    }
}
