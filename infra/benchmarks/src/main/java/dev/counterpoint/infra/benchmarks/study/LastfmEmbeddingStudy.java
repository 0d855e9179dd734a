package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.embedding.EmbeddedCards;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.embedding.Neighbours.Neighbour;
import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.cli.lastfm.LastfmArchive;
import dev.counterpoint.infra.cli.lastfm.LastfmData;
import dev.counterpoint.infra.cli.platform.PlayLine;
import dev.counterpoint.infra.models.FittedModels;
import dev.counterpoint.training.embedding.FittedVectors;
import dev.counterpoint.training.embedding.ListenerPlays;
import dev.counterpoint.training.embedding.PlayMatrix;
import dev.counterpoint.training.fit.FitProgress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How well hidden artists of real listeners are found again by the vectors of cards, against popularity, over all artists. */
@Command(
        name = "lastfm-embeddings",
        description = "Recall of hidden artists in the HetRec 2011 Last.fm data by the vectors of cards.")
public final class LastfmEmbeddingStudy implements Runnable {
    /** When the data was gathered, about: it has no play times. */
    private static final Instant NOW = Instant.parse("2011-06-01T00:00:00Z");

    private static final List<Integer> AT = List.of(20, 100);

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--lastfm", paramLabel = "FILE", required = true, description = "hetrec2011-lastfm-2k.tar.gz")
    private Path archive = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "Of the split and the fit (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public void run() {
        LastfmData data = LastfmArchive.read(archive);
        List<HiddenArtists> listeners = HiddenArtists.of(data.plays(NOW), seed);
        ResultFile results = options.results(
                "lastfm-embeddings",
                "HetRec 2011 Last.fm: " + listeners.size() + " listeners with at least 10 artists, of whom 10 % are"
                        + " hidden, split with seed " + seed
                        + "; candidates: all artists that the listener is not known"
                        + " to play; an artist without a vector is not found");
        PlayMatrix.Builder builder = PlayMatrix.builder();
        Map<CardId, Integer> popularity = new HashMap<>();
        List<ListenerPlays> known = new ArrayList<>();
        for (HiddenArtists listener : listeners) {
            ListenerPlays plays = plays(listener.knownLater());
            known.add(plays);
            builder.add(plays);
            plays.cards().forEach(card -> popularity.merge(card, 1, Integer::sum));
        }
        long began = System.nanoTime();
        PlayMatrix matrix = builder.build();
        FittedVectors fitted = FittedModels.embeddingEstimator().fit(matrix, seed, FitProgress.unobserved());
        results.line(
                "%d artists of %d have a vector, learned from %d pairs of %d listeners in %.1f s: %s",
                fitted.vectors().size(),
                builder.cardsSeen(),
                matrix.pairs(),
                matrix.listeners(),
                (System.nanoTime() - began) / 1e9,
                fitted.fit());
        List<CardId> popular = popularity.entrySet().stream()
                .sorted(Map.Entry.<CardId, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        EmbeddedCards embedded = EmbeddedCards.exact(Embeddings.of("fitted", fitted.vectors()));
        for (int at : AT) {
            double byCosine = 0;
            double byPopularity = 0;
            for (int i = 0; i < listeners.size(); i++) {
                Set<String> hidden = listeners.get(i).hidden();
                Set<CardId> heard = new HashSet<>(known.get(i).cards());
                byCosine += recall(nearest(embedded, known.get(i), at + heard.size()), heard, hidden, at);
                byPopularity += recall(popular, heard, hidden, at);
            }
            results.line(
                    "recall at %d: nearest to the sum of the known artists %.4f, popularity %.4f, chance %.4f",
                    at,
                    byCosine / listeners.size(),
                    byPopularity / listeners.size(),
                    (double) at / builder.cardsSeen());
        }
    }

    private static List<CardId> nearest(EmbeddedCards embedded, ListenerPlays known, int count) {
        double[] point = new double[CardVectors.DIMENSIONS];
        for (int i = 0; i < known.cards().size(); i++) {
            embedded.embeddings().addTo(point, known.cards().get(i), known.weights()[i]);
        }
        return embedded.neighbours().nearest(point, count).stream()
                .map(Neighbour::card)
                .toList();
    }

    private static double recall(List<CardId> ranked, Set<CardId> heard, Set<String> hidden, int at) {
        long found = ranked.stream()
                .filter(card -> !heard.contains(card))
                .limit(at)
                .filter(card -> hidden.contains(card.value()))
                .count();
        return (double) found / Math.min(at, hidden.size());
    }

    private static ListenerPlays plays(List<PlayLine> plays) {
        Map<CardId, Integer> counts = new LinkedHashMap<>();
        for (PlayLine play : plays) {
            CardId card = new CardId(play.cardId());
            Integer before = counts.remove(card);
            counts.put(card, 1 + (before == null ? 0 : before));
        }
        List<CardId> cards = new ArrayList<>(counts.keySet());
        float[] weights = new float[cards.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) Math.min(4, 1 + Math.log(counts.getOrDefault(cards.get(i), 1)));
        }
        return new ListenerPlays(cards, weights);
    }
}
