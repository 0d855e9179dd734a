package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.home.source.Rest;
import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.simulator.behaviour.BehaviourParameters;
import dev.counterpoint.infra.simulator.study.Headroom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the simulator leaves for models to gain, over several seeds. */
@Command(
        name = "headroom",
        description =
                "One-page values of chance, popularity, no personalization, the baseline and the best page, simulated.")
public final class HeadroomStudy implements Runnable {
    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--seeds", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int seeds = 10;

    @Option(names = "--listeners", paramLabel = "N", description = "Of each seed (default: ${DEFAULT-VALUE}).")
    private int listeners = 600;

    @Option(names = "--cards", paramLabel = "N", description = "Of the catalogue (default: ${DEFAULT-VALUE}).")
    private int cards = 2_000;

    @Option(names = "--days", paramLabel = "N", description = "The last three count (default: ${DEFAULT-VALUE}).")
    private int days = 7;

    @Option(
            names = "--rest-after",
            paramLabel = "N",
            description = "Impressions without an answer after which a card rests (default: ${DEFAULT-VALUE}: never).")
    private int restAfter = 0;

    @Option(names = "--rest-hours", paramLabel = "N", description = "How long (default: ${DEFAULT-VALUE}).")
    private int restHours = 24;

    @Override
    public void run() {
        ResultFile results = options.results(
                "headroom",
                "simulated: " + listeners + " listeners of " + cards + " made-up cards, " + days
                        + " days served by the baseline, the last three count"
                        + (restAfter == 0 ? "" : "; rest after " + restAfter + " for " + restHours + " h"));
        results.line("behaviour: %s", BehaviourParameters.FIXED);
        results.line(
                "values are expected plays on one page at the states that the baseline served, not deployed values");
        Headroom headroom = new Headroom(cards, listeners, days, new Rest(restAfter, Duration.ofHours(restHours)));
        List<Headroom.Found> all = LongStream.rangeClosed(1, seeds)
                .mapToObj(seed -> {
                    Headroom.Found found = headroom.of(seed);
                    results.line(
                            "seed %d: %s; really played %.3f; baseline's share of the way %.3f; %d pages",
                            seed,
                            written(found.values()),
                            found.served(),
                            found.share(Headroom.BASELINE),
                            found.pages());
                    return found;
                })
                .toList();
        for (String policy : all.get(0).values().keySet()) {
            double[] values =
                    all.stream().mapToDouble(found -> found.value(policy)).toArray();
            results.line(
                    "%s: mean %.4f, standard error %.4f over %d seeds",
                    policy, Spread.mean(values), Spread.error(values), seeds);
        }
        for (String other : List.of(Headroom.UNIFORM, Headroom.POPULARITY, Headroom.IMPERSONAL, Headroom.PREVIOUS)) {
            double[] gains = all.stream()
                    .mapToDouble(found -> found.value(Headroom.BASELINE) - found.value(other))
                    .toArray();
            results.line(
                    "baseline less %s, of the same seed: mean %.4f, standard error %.4f",
                    other, Spread.mean(gains), Spread.error(gains));
        }
        double[] shares = all.stream()
                .mapToDouble(found -> found.share(Headroom.BASELINE))
                .toArray();
        results.line(
                "baseline's share of the way: mean %.4f, standard error %.4f",
                Spread.mean(shares), Spread.error(shares));
    }

    private static String written(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(value -> String.format(Locale.ROOT, "%s %.3f", value.getKey(), value.getValue()))
                .collect(Collectors.joining(", "));
    }
}
