package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.benchmarks.study.SameArms.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How often two arms that are served alike are told apart all the same, and whether a broken split is found. */
@Command(name = "same-arms", description = "False alarms between arms that are served alike, and broken splits.")
public final class SameArmsStudy implements Runnable {
    private static final double NOMINAL = 0.05;
    private static final int MANY = 25_000;

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--seed", paramLabel = "N", description = "Of the history (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--splits", paramLabel = "N", description = "Experiments (default: ${DEFAULT-VALUE}).")
    private int splits = 200;

    @Option(names = "--listeners", paramLabel = "N", description = "Of the history (default: ${DEFAULT-VALUE}).")
    private int listeners = 4_000;

    @Option(names = "--cards", paramLabel = "N", description = "Of the catalogue (default: ${DEFAULT-VALUE}).")
    private int cards = 500;

    @Option(names = "--days", paramLabel = "N", description = "Of the history (default: ${DEFAULT-VALUE}).")
    private int days = 7;

    @Option(names = "--replicates", paramLabel = "N", description = "Replicates (default: ${DEFAULT-VALUE}).")
    private int replicates = 1_000;

    @Override
    public void run() {
        ResultFile results = options.results(
                "same-arms",
                "simulated: one history of " + listeners + " listeners of " + cards + " made-up cards, " + days
                        + " days served by the baseline, split " + splits + " times; " + replicates + " replicates");
        Map<StreamId, List<Double>> pagesOf = RewardsOfListeners.of(seed, listeners, cards, days);
        results.line(
                "%d listeners looked at %d pages; rewards are clicks a page",
                pagesOf.size(), pagesOf.values().stream().mapToInt(List::size).sum());
        for (Unit unit : Unit.values()) {
            write(results, unit, falseAlarms(pagesOf, splits, unit, replicates));
        }
        writeBroken(results, pagesOf.size() + " listeners", brokenOf(pagesOf, splits));
        writeBroken(
                results, MANY + " listeners, of whom nothing is known but their names", brokenOf(names(MANY), splits));
        SameArms byDigit = new SameArms(pagesOf, 0);
        results.line(
                "arms by the last digit of how many pages a listener saw: %s",
                byDigit.alarm(byDigit::isByLastDigitInFirst, any -> false).orElse("no alarm"));
    }

    private static void write(ResultFile results, Unit unit, Share alarms) {
        results.line(
                "%s: the 95 %% interval of the difference leaves out 0 in %s; nominal 5 %%, Monte Carlo standard error"
                        + " %.2f %%: off by %+.2f of it",
                unit.written(),
                alarms,
                100 * alarms.errorAt(NOMINAL),
                (alarms.value() - NOMINAL) / alarms.errorAt(NOMINAL));
    }

    private static void writeBroken(ResultFile results, String whose, Broken broken) {
        results.line(
                "%s: a right split is found broken in %s, one that lost a tenth of an arm in %s",
                whose, broken.right(), broken.lost());
    }

    static Share falseAlarms(Map<StreamId, List<Double>> pagesOf, int splits, Unit unit, int replicates) {
        return LongStream.rangeClosed(1, splits)
                .parallel()
                .mapToObj(salt -> Share.none().with(new SameArms(pagesOf, salt).isFalseAlarm(unit, replicates)))
                .reduce(Share.none(), Share::plus);
    }

    /** Splits that were found broken: right ones, and ones that lost a tenth of an arm. */
    record Broken(Share right, Share lost) {}

    static Broken brokenOf(Map<StreamId, List<Double>> pagesOf, int splits) {
        Share right = Share.none();
        Share lost = Share.none();
        for (long salt = 1; salt <= splits; salt++) {
            SameArms arms = new SameArms(pagesOf, salt);
            right = right.with(arms.alarm(arms::isInFirst, any -> false).isPresent());
            lost = lost.with(arms.alarm(arms::isInFirst, arms::isLost).isPresent());
        }
        return new Broken(right, lost);
    }

    static Map<StreamId, List<Double>> names(int count) {
        Map<StreamId, List<Double>> names = new LinkedHashMap<>();
        for (int listener = 0; listener < count; listener++) {
            names.put(StreamId.ofListener("listener-" + listener), List.of());
        }
        return names;
    }
}
