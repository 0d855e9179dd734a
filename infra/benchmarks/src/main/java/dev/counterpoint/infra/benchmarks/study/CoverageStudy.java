package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.training.offpolicy.HonestyGate;
import dev.counterpoint.training.offpolicy.Interval;
import dev.counterpoint.training.offpolicy.Judgement;
import dev.counterpoint.training.offpolicy.Judgement.Estimate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How often intervals hold the truth, over many logs of bandits whose truth is known; and whether what should be withheld is. */
@Command(name = "coverage", description = "How often off-policy intervals hold the truth, inside and outside the gate.")
public final class CoverageStudy implements Runnable {
    /** Of little to the largest weights that the gate lets pass, with as many listeners as it then asks for. */
    static final List<BanditWorld> INSIDE = List.of(
            BanditWorld.right("near", 2_000, 0.4, 0.5),
            BanditWorld.right("half way", 2_600, 0.2, 0.7),
            BanditWorld.right("far", 4_500, 0.05, 0.6),
            BanditWorld.right("at the edge", 5_000, 0.02, 0.38));

    /** Each fails the gate for the reason of its name. */
    static final List<BanditWorld> OUTSIDE = List.of(
            BanditWorld.right("too few listeners", 1_900, 0.4, 0.5),
            BanditWorld.right("too few that tell", 2_000, 0.05, 0.6),
            BanditWorld.right("too large a weight", 6_000, 0.01, 0.3),
            new BanditWorld("a probability logged wrongly", 2_600, 0.25, 0.2, 0.5, 0, 0.1, 0.4),
            new BanditWorld("hardly a reward", 2_000, 0.4, 0.4, 0.5, 0, 0.001, 0),
            new BanditWorld("an action that is never logged", 2_000, 0.4, 0.4, 0.5, 0.02, 0.1, 0.4));

    private static final long FIRST_SEED = 1_000;

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--logs", paramLabel = "N", description = "Of each overlap (default: ${DEFAULT-VALUE}).")
    private int logs = 500;

    @Option(names = "--withheld", paramLabel = "N", description = "Of each fault (default: ${DEFAULT-VALUE}).")
    private int withheld = 100;

    @Option(names = "--replicates", paramLabel = "N", description = "Replicates (default: ${DEFAULT-VALUE}).")
    private int replicates = 1_000;

    @Override
    public void run() {
        ResultFile results = options.results(
                "coverage",
                "logs of made-up bandits, " + logs + " of each of " + INSIDE.size() + " overlaps inside the gate and "
                        + withheld + " of each of " + OUTSIDE.size() + " faults; " + replicates + " replicates");
        results.line("gate: %s", HonestyGate.STANDARD);
        Covered all = new Covered();
        for (BanditWorld world : INSIDE) {
            Covered covered = of(world, logs, replicates);
            results.line(
                    "%s: %d listeners, weights up to %.1f, truth %.5f, of listeners %.5f",
                    world.name(), world.listeners(), world.largestWeight(), world.truth(), world.truthOfListeners());
            covered.write(results, world.name());
            all.add(covered);
        }
        all.write(results, "all overlaps");
        results.line(
                "the Monte Carlo standard error of a share of %.0f %% is %.2f %% for one overlap and %.2f %% for all",
                100 * BanditWorld.CONFIDENCE,
                100 * new Share(0, logs).errorAt(BanditWorld.CONFIDENCE),
                100 * new Share(0, (long) logs * INSIDE.size()).errorAt(BanditWorld.CONFIDENCE));
        for (BanditWorld world : OUTSIDE) {
            results.line("outside, %s: withheld %s", world.name(), of(world, withheld, replicates).withheld);
        }
    }

    /** Over so many logs, each of a seed of its own. */
    static Covered of(BanditWorld world, int logs, int replicates) {
        Covered covered = new Covered();
        LongStream.range(FIRST_SEED, FIRST_SEED + logs)
                .parallel()
                .mapToObj(seed -> world.judge(seed, replicates))
                .toList()
                .forEach(judgement -> covered.add(world, judgement));
        return covered;
    }

    /** How often intervals held what they are about, of the logs that passed the gate, by kind. */
    static final class Covered {
        private final Map<String, Share> held = new LinkedHashMap<>();
        private final Map<String, Double> widths = new LinkedHashMap<>();
        private Share withheld = Share.none();

        private void add(BanditWorld world, Judgement judgement) {
            withheld = withheld.with(judgement.estimates().stream().allMatch(each -> each.value() == null));
            for (Estimate estimate : judgement.estimates()) {
                String promise = estimate.reading().coverage().isPromised() ? "" : ", which promises nothing";
                String name = estimate.reading().name();
                add(name + ", studentised" + promise, estimate.interval(), world.truth());
                add(name + ", empirical Bernstein", estimate.bernstein(), world.truthOfListeners());
                add(name + ", sequence at all looks", estimate.sequence(), world.truthOfListeners());
            }
        }

        /** A sequence never widens: where the last of its intervals holds the truth, all did. */
        private void add(String kind, @Nullable Interval interval, double truth) {
            if (interval != null) {
                held.merge(kind, Share.none().with(interval.contains(truth)), Share::plus);
                widths.merge(kind, interval.high() - interval.low(), Double::sum);
            }
        }

        private void add(Covered other) {
            other.held.forEach((kind, share) -> held.merge(kind, share, Share::plus));
            other.widths.forEach((kind, width) -> widths.merge(kind, width, Double::sum));
            withheld = withheld.plus(other.withheld);
        }

        private void write(ResultFile results, String name) {
            results.line("%s: withheld %s", name, withheld);
            held.forEach((kind, share) -> results.line(
                    "%s, %s: holds the truth in %s, mean width %.4f",
                    name, kind, share, widths.getOrDefault(kind, 0.0) / share.of()));
        }

        Share withheld() {
            return withheld;
        }

        Share held(String kind) {
            return held.getOrDefault(kind, Share.none());
        }
    }
}
