package dev.counterpoint.infra.benchmarks.learning;

import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.training.offpolicy.ActionEstimators;
import dev.counterpoint.training.offpolicy.ClusteredBootstrap;
import dev.counterpoint.training.offpolicy.Interval;
import dev.counterpoint.training.offpolicy.OffPolicyEstimator;
import dev.counterpoint.training.offpolicy.WeighedAction;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long estimates with clustered intervals take, rows in memory, clusters shared out among the processors. */
@Command(name = "interval-rates", description = "IPS, SNIPS and DR with studentised intervals over many rows.")
public final class IntervalRates implements Runnable {
    private static final List<OffPolicyEstimator<WeighedAction>> ESTIMATORS =
            List.of(ActionEstimators.ips(), ActionEstimators.snips(), ActionEstimators.doublyRobust());

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--rows", paramLabel = "N", description = "Rows (default: ${DEFAULT-VALUE}).")
    private int rows = 1_000_000;

    @Option(names = "--replicates", paramLabel = "N", description = "Replicates (default: ${DEFAULT-VALUE}).")
    private int replicates = 1_000;

    @Option(names = "--rounds", paramLabel = "N", description = "Each measured in turn (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Override
    public void run() {
        ResultFile results = options.results(
                "interval-rates",
                rows + " made-up rows, " + replicates + " replicates, IPS, SNIPS and DR one after the other");
        Random chance = new Random(1);
        WeighedAction[] log = new WeighedAction[rows];
        for (int row = 0; row < rows; row++) {
            log[row] = new WeighedAction(
                    2 * chance.nextDouble(), chance.nextInt(10) == 0 ? 1 : 0, 0.2 * chance.nextDouble(), 0.1);
        }
        int processors = Runtime.getRuntime().availableProcessors();
        for (int round = 1; round <= rounds; round++) {
            for (int rowsOfCluster : new int[] {10, 1}) {
                long began = System.nanoTime();
                List<Interval> intervals = ESTIMATORS.stream()
                        .map(estimator -> interval(estimator, log, rowsOfCluster, processors))
                        .toList();
                double seconds = (System.nanoTime() - began) / 1e9;
                results.line(
                        "round %d, %d rows a cluster: %.2f s on %d processors; the last interval %.5f to %.5f",
                        round,
                        rowsOfCluster,
                        seconds,
                        processors,
                        intervals.get(2).low(),
                        intervals.get(2).high());
            }
        }
    }

    private Interval interval(
            OffPolicyEstimator<WeighedAction> estimator, WeighedAction[] log, int rowsOfCluster, int processors) {
        int clusters = (log.length + rowsOfCluster - 1) / rowsOfCluster;
        List<ClusteredBootstrap<WeighedAction>> shards = IntStream.range(0, processors)
                .parallel()
                .mapToObj(shard -> {
                    ClusteredBootstrap<WeighedAction> own = new ClusteredBootstrap<>(estimator, replicates, 7);
                    int from = (int) ((long) clusters * shard / processors) * rowsOfCluster;
                    int to = Math.min(log.length, (int) ((long) clusters * (shard + 1) / processors) * rowsOfCluster);
                    for (int row = from; row < to; row++) {
                        own.add(row / rowsOfCluster, log[row]);
                    }
                    return own;
                })
                .toList();
        ClusteredBootstrap<WeighedAction> whole = shards.get(0);
        shards.subList(1, shards.size()).forEach(whole::merge);
        return whole.studentised(0.95).orElseThrow();
    }
}
