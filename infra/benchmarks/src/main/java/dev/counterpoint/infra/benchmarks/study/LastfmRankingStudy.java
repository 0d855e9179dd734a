package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.feature.FeatureMatrix;
import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.cli.lastfm.LastfmArchive;
import dev.counterpoint.infra.cli.lastfm.LastfmData;
import dev.counterpoint.infra.cli.platform.PlayLine;
import dev.counterpoint.infra.models.FittedModels;
import dev.counterpoint.training.fit.Estimator;
import dev.counterpoint.training.fit.FitProgress;
import dev.counterpoint.training.row.ExposureWeights;
import dev.counterpoint.training.row.Reward;
import dev.counterpoint.training.row.TimeSplit;
import dev.counterpoint.training.row.TrainingRows;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How well hidden artists of real listeners are found again: trained rankings against popularity, over the same candidates. */
@Command(
        name = "lastfm-ranking",
        description = "Recall and NDCG at 20 of hidden artists in the HetRec 2011 Last.fm data.")
public final class LastfmRankingStudy implements Runnable {
    private static final int AT = 20;
    /** When the data was gathered, about: it has no play times. */
    private static final Instant NOW = Instant.parse("2011-06-01T00:00:00Z");

    private static final int NEGATIVES = 40;

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--lastfm", paramLabel = "FILE", required = true, description = "hetrec2011-lastfm-2k.tar.gz")
    private Path archive = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "Of the split (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--candidates", paramLabel = "N", description = "Most played artists (default: ${DEFAULT-VALUE}).")
    private int candidates = 2_000;

    @Override
    public void run() {
        LastfmData data = LastfmArchive.read(archive);
        Map<String, Card> cards = LastfmWorld.cardsOf(data.cards());
        List<HiddenArtists> listeners = HiddenArtists.of(data.plays(NOW), seed);
        ResultFile results = options.results(
                "lastfm-ranking",
                "HetRec 2011 Last.fm: " + listeners.size()
                        + " listeners with at least 10 artists, of whom 10 % are hidden,"
                        + " split with seed " + seed + "; candidates: the " + candidates
                        + " most played artists that the listener is not known to play");
        results.line(
                "models learn to tell another 10 %% of the artists from %d candidates drawn by chance for each listener; hidden"
                        + " artists outside the candidates count as missed",
                NEGATIVES);
        TimeSplit rows = TimeSplit.of(rows(cards, listeners), 0.8);
        LastfmWorld world = world(cards, listeners, HiddenArtists::knownLater);
        Map<String, Scorer> rankings = new LinkedHashMap<>();
        rankings.put("popularity", Baselines.popularity());
        rankings.put("baseline", Baselines.linear());
        FittedModels models = new FittedModels(List.of(HomeFeatures.newest()));
        for (Estimator estimator : FittedModels.estimators()) {
            rankings.put(
                    estimator.name(),
                    models.of(
                            estimator.fit(rows, seed, FitProgress.unobserved()).artifact()));
        }
        Map<String, Found> found = new LinkedHashMap<>();
        rankings.forEach((name, scorer) -> found.put(name, find(world, listeners, scorer)));
        Found popularity = Objects.requireNonNull(found.get("popularity"));
        found.forEach((name, each) -> results.line(
                "%s: recall@20 %.4f, NDCG@20 %.4f; above popularity by %.4f (standard error %.4f) and %.4f (%.4f)",
                name,
                Spread.mean(each.recall),
                Spread.mean(each.ndcg),
                Spread.mean(difference(each.recall, popularity.recall)),
                Spread.error(difference(each.recall, popularity.recall)),
                Spread.mean(difference(each.ndcg, popularity.ndcg)),
                Spread.error(difference(each.ndcg, popularity.ndcg))));
    }

    private static double[] difference(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] - other[i])
                .toArray();
    }

    private static LastfmWorld world(
            Map<String, Card> cards, List<HiddenArtists> listeners, Function<HiddenArtists, List<PlayLine>> known) {
        Map<String, List<PlayLine>> plays = new LinkedHashMap<>();
        listeners.forEach(each -> plays.put(each.listener(), known.apply(each)));
        return new LastfmWorld(cards, plays, NOW);
    }

    private TrainingRows rows(Map<String, Card> cards, List<HiddenArtists> listeners) {
        LastfmWorld world = world(cards, listeners, HiddenArtists::knownFirst);
        TrainingRows.Builder rows = TrainingRows.of(HomeFeatures.newest(), Reward.CLICK, ExposureWeights.STANDARD);
        for (int i = 0; i < listeners.size(); i++) {
            HiddenArtists listener = listeners.get(i);
            SeededRandom chance = SeededRandom.of(seed, "negatives " + listener.listener());
            List<String> pool = new ArrayList<>(world.mostPlayed(candidates, artistsOf(listener.knownLater())));
            List<String> shelf = new ArrayList<>(listener.toLearn());
            for (int negative = 0; negative < NEGATIVES; negative++) {
                shelf.add(pool.remove(chance.nextInt(pool.size())));
            }
            shuffle(shelf, chance);
            FeatureMatrix features = world.features(listener.listener(), shelf);
            for (int row = 0; row < shelf.size(); row++) {
                float[] values = new float[features.columns()];
                features.values().get(row * values.length, values);
                rows.add(values, listener.toLearn().contains(shelf.get(row)) ? 1 : 0, 1, i);
            }
        }
        return rows.build();
    }

    private static Set<String> artistsOf(List<PlayLine> plays) {
        Set<String> artists = new HashSet<>();
        plays.forEach(play -> artists.add(play.cardId()));
        return artists;
    }

    private static void shuffle(List<String> list, SeededRandom chance) {
        for (int i = list.size() - 1; i > 0; i--) {
            String held = list.get(i);
            int other = chance.nextInt(i + 1);
            list.set(i, list.get(other));
            list.set(other, held);
        }
    }

    /** By listener. */
    private record Found(double[] recall, double[] ndcg) {}

    private Found find(LastfmWorld world, List<HiddenArtists> listeners, Scorer scorer) {
        double[] recall = new double[listeners.size()];
        double[] ndcg = new double[listeners.size()];
        IntStream.range(0, listeners.size()).parallel().forEach(i -> {
            HiddenArtists listener = listeners.get(i);
            List<String> shelf = new ArrayList<>(world.mostPlayed(candidates, artistsOf(listener.knownLater())));
            shuffle(shelf, SeededRandom.of(seed, "candidates " + listener.listener()));
            float[] scores = scorer.score(world.features(listener.listener(), shelf));
            List<String> first = IntStream.range(0, scores.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(card -> -scores[card]))
                    .limit(AT)
                    .map(shelf::get)
                    .toList();
            double gained = 0;
            double most = 0;
            int hits = 0;
            for (int place = 0; place < AT; place++) {
                double discount = Math.log(2) / Math.log(place + 2.0);
                boolean isHit = listener.hidden().contains(first.get(place));
                hits += isHit ? 1 : 0;
                gained += isHit ? discount : 0;
                most += place < listener.hidden().size() ? discount : 0;
            }
            recall[i] = (double) hits / listener.hidden().size();
            ndcg[i] = gained / most;
        });
        return new Found(recall, ndcg);
    }
}
