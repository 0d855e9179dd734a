package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.Greedy;
import dev.counterpoint.domain.home.PlackettLuce;
import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.benchmarks.study.CarouselRun.Contender;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How fast the platform's policies learn a shelf of which every true probability is known. The scores are click rates and no regression: all
 * that is known of a playlist is its weights, which are the truth to be learned, and nine users with 96 features are told apart by their
 * features alone, so that a regression of each playlist on them has one free number for each user, as the rates have.
 *
 * @see "Bendada, Salha and Bontempelli 2020, Carousel Personalization in Music Streaming Apps with Contextual Bandits, for both priors"
 */
@Command(
        name = "carousel",
        description = "Expected clicks by round on a public shelf with known probabilities, as numbers and a picture.")
public final class CarouselStudy implements Runnable {
    private static final EpsilonGreedy DRAWING = new EpsilonGreedy(0.05, 0.02);
    private static final PlackettLuce WEIGHED = new PlackettLuce(0.02, 0.02);
    private static final ClickRates.Prior LOW = new ClickRates.Prior(1, 99);
    private static final ClickRates.Prior FLAT = new ClickRates.Prior(1, 1);
    private static final List<Contender> CONTENDERS = List.of(
            new Contender("epsilon-greedy, own rates", DRAWING, LOW, true),
            new Contender("plackett-luce, own rates", WEIGHED, LOW, true),
            new Contender("greedy, own rates", new Greedy(), LOW, true),
            new Contender("epsilon-greedy, rates of all", DRAWING, LOW, false),
            new Contender("epsilon-greedy, own, flat prior", DRAWING, FLAT, true),
            new Contender("greedy, own, flat prior", new Greedy(), FLAT, true),
            new Contender("uniform arm", DRAWING.uniform(), LOW, true));

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(
            names = "--carousel",
            paramLabel = "DIR",
            required = true,
            description = "With playlist_features.csv and user_features_small.csv.")
    private Path data = Path.of("");

    @Option(names = "--seeds", paramLabel = "N", description = "From 1 on (default: ${DEFAULT-VALUE}).")
    private int seeds = 20;

    @Option(names = "--rounds", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int rounds = 100;

    @Option(names = "--slots", paramLabel = "N", description = "Of the shelf (default: ${DEFAULT-VALUE}).")
    private int slots = 12;

    @Option(names = "--pages", paramLabel = "N", description = "Of each user in a round (default: ${DEFAULT-VALUE}).")
    private int pages = 100;

    @Override
    public void run() {
        CarouselWorld world = CarouselWorld.read(data);
        ResultFile results = begin(world);
        Map<String, Double> levels = levels(world);
        levels.forEach((name, level) -> results.line("level, %s: %.6f", name, level));
        CarouselPlot plot = new CarouselPlot(
                "Learning a shelf of " + slots + " slots, mean of " + seeds + " seeds",
                "round, " + pages + " pages for each of " + world.users() + " users",
                "expected clicks on a page");
        for (Contender contender : CONTENDERS) {
            ByRound found = new ByRound(bySeed(world, contender));
            results.line("%s: %s", contender.name(), found.atSomeRounds());
            plot.curve(contender.name(), found.means());
        }
        plot.levels(levels, rounds).write(pictureOf(results));
    }

    private ResultFile begin(CarouselWorld world) {
        ResultFile results = options.results(
                "carousel-" + pages,
                String.format(
                        Locale.ROOT,
                        "deezer-carousel: %d users, %d playlists, true probabilities; %d slots, %d rounds of %d pages for each user,"
                                + " %d seeds",
                        world.users(),
                        world.cards(),
                        slots,
                        rounds,
                        pages,
                        seeds));
        results.line(
                "values are expected clicks on a page at the start of a round, over all draws, mean of users (standard error over"
                        + " seeds); policies: %s, %s",
                DRAWING, WEIGHED);
        results.line(
                "a list has 50 candidates: %d by the rates of all, %d by the user's own, the rest shown least; prior %s, flat %s",
                CarouselCandidates.POPULAR, CarouselCandidates.OWN, LOW, FLAT);
        return results;
    }

    private Map<String, Double> levels(CarouselWorld world) {
        Map<String, Double> levels = new LinkedHashMap<>();
        levels.put("optimum", world.optimum(slots));
        levels.put("epsilon-greedy on the truth", world.toldTheTruth(DRAWING, slots));
        levels.put("plackett-luce on the truth", world.toldTheTruth(WEIGHED, slots));
        levels.put("popularity", world.popularity(slots));
        levels.put("uniform", world.uniform(slots));
        return levels;
    }

    /** double[seeds][rounds]. */
    private double[][] bySeed(CarouselWorld world, Contender contender) {
        return LongStream.rangeClosed(1, seeds)
                .parallel()
                .mapToObj(seed -> new CarouselRun(world, contender, slots, seed).expectedClicks(rounds, pages))
                .toArray(double[][]::new);
    }

    private static Path pictureOf(ResultFile results) {
        String name = results.file().getFileName().toString();
        return results.file().resolveSibling(name.replace(".txt", ".svg"));
    }

    /** @param values double[seeds][rounds] */
    private record ByRound(double[][] values) {
        private static final int[] TOLD = {1, 2, 5, 10, 25, 50, 100};

        double[] means() {
            return IntStream.range(0, values[0].length)
                    .mapToDouble(round -> Spread.mean(at(round)))
                    .toArray();
        }

        String atSomeRounds() {
            return IntStream.of(TOLD)
                    .filter(round -> round <= values[0].length)
                    .mapToObj(round -> String.format(
                            Locale.ROOT,
                            "round %d %.4f (%.4f)",
                            round,
                            Spread.mean(at(round - 1)),
                            Spread.error(at(round - 1))))
                    .collect(Collectors.joining(", "));
        }

        private double[] at(int round) {
            return IntStream.range(0, values.length)
                    .mapToDouble(seed -> values[seed][round])
                    .toArray();
        }
    }
}
