package dev.counterpoint.infra.benchmarks.neighbours;

import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.embedding.ExactNeighbours;
import dev.counterpoint.domain.embedding.Neighbours;
import dev.counterpoint.domain.embedding.Neighbours.Neighbour;
import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.Percentiles;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.neighbours.GraphSettings;
import dev.counterpoint.infra.neighbours.NeighbourGraph;
import dev.counterpoint.infra.neighbours.SearchSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Recall, latency, building time and memory of what could find neighbours. */
@Command(
        name = "neighbours",
        description =
                "Recall of the nearest 100 cards and how long it takes to find them, by JVector, Lucene and Cassandra.")
public final class NeighbourSearch implements Runnable {
    private static final int COUNT = 100;
    private static final long SEED = 1;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--cards", paramLabel = "N", description = "Vectors searched (default: ${DEFAULT-VALUE}).")
    private int cards = 1_000_000;

    @Option(names = "--asked", paramLabel = "N", description = "Of each kind (default: ${DEFAULT-VALUE}).")
    private int asked = 1_000;

    @Option(names = "--threads", paramLabel = "N", description = "That build (default: ${DEFAULT-VALUE}).")
    private int threads = 2;

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "NAME",
            description = "exact, jvector, lucene, cassandra (default: ${DEFAULT-VALUE}).")
    private List<String> engines = List.of("exact", "jvector", "lucene");

    @Option(names = "--degree", paramLabel = "N", description = "Of JVector's graph (default: ${DEFAULT-VALUE}).")
    private int degree = GraphSettings.STANDARD.degree();

    @Option(names = "--beam-built", paramLabel = "N", description = "Of JVector (default: ${DEFAULT-VALUE}).")
    private int beamBuilt = GraphSettings.STANDARD.beamBuilt();

    @Option(
            names = "--looks",
            split = ",",
            paramLabel = "N",
            description = "Cards looked at first, a 64th of which are entered at (default: ${DEFAULT-VALUE}).")
    private List<Integer> looks = List.of(SearchSettings.STANDARD.lookedAt());

    @Option(names = "--beams", split = ",", paramLabel = "N", description = "(default: ${DEFAULT-VALUE}).")
    private List<Integer> beams = List.of(100, 150, 200, 300, 400);

    @Override
    public void run() {
        ResultFile results = options.results(
                "neighbours",
                cards + " made-up cards of 64 dimensions in a mixture of 1,000 Gaussians; " + asked
                        + " listeners (sums of 20 cards of 1 to 3 components) and as many single cards ask for the nearest "
                        + COUNT);
        ClusteredVectors made = new ClusteredVectors(cards, SEED);
        Map<String, List<double[]>> questions = new LinkedHashMap<>();
        questions.put("listeners", made.listeners(asked));
        questions.put("cards", made.singleCards(asked));
        Map<String, List<Set<Integer>>> truths = new LinkedHashMap<>();
        NearestByFloats truth = new NearestByFloats(made.values());
        questions.forEach((kind, vectors) -> truths.put(kind, truth.of(vectors, COUNT)));
        long before = heapBytes();
        CardVectors vectors = CardVectors.of(made.cards(), made.values());
        results.line("vectors in memory: %.0f MiB, with ids", mib(heapBytes() - before));
        Asking asking = new Asking(results, questions, truths);
        if (engines.contains("exact")) {
            asking.ask("exact over bytes", new ExactNeighbours(vectors), Math.min(asked, 200));
        }
        try {
            if (engines.contains("jvector")) {
                jvector(vectors, results, asking);
            }
            if (engines.contains("lucene")) {
                lucene(vectors, results, asking);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (engines.contains("cassandra")) {
            new CassandraSearch(options, results, asking).measure(made);
        }
    }

    private void jvector(CardVectors vectors, ResultFile results, Asking asking) {
        GraphSettings settings = new GraphSettings(degree, beamBuilt);
        long before = heapBytes();
        long began = System.nanoTime();
        NeighbourGraph graph = NeighbourGraph.build(vectors, settings, threads);
        results.line(
                "JVector degree %d beam %d: built in %.0f s by %d threads; graph %.0f MiB as it says, heap grew by %.0f MiB",
                settings.degree(),
                settings.beamBuilt(),
                (System.nanoTime() - began) / 1e9,
                threads,
                mib(graph.bytes()),
                mib(heapBytes() - before));
        for (int lookedAt : looks) {
            for (int beam : beams) {
                asking.ask(
                        "JVector entered at " + lookedAt / 64 + " of " + lookedAt + ", beam " + beam,
                        graph.searchedWith(new SearchSettings(lookedAt, lookedAt / 64, beam)),
                        asked);
            }
        }
    }

    private void lucene(CardVectors vectors, ResultFile results, Asking asking) throws IOException {
        long before = heapBytes();
        long began = System.nanoTime();
        LuceneNeighbours graph = LuceneNeighbours.build(vectors, 16, 100, threads);
        results.line(
                "Lucene connections 16 beam 100: built in %.0f s by %d threads; graph %.0f MiB as it says, heap grew by %.0f MiB",
                (System.nanoTime() - began) / 1e9, threads, mib(graph.bytes()), mib(heapBytes() - before));
        for (int beam : beams) {
            asking.ask("Lucene beam " + beam, graph.searchedWith(beam), asked);
        }
    }

    private static double mib(long bytes) {
        return bytes / (double) (1 << 20);
    }

    private static long heapBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Asks the same of all. */
    record Asking(ResultFile results, Map<String, List<double[]>> questions, Map<String, List<Set<Integer>>> truths) {

        void ask(String name, Neighbours neighbours, int most) {
            questions.forEach((kind, vectors) -> {
                int count = Math.min(most, vectors.size());
                vectors.subList(0, Math.min(count, 200)).forEach(vector -> neighbours.nearest(vector, COUNT));
                long[] nanos = new long[count];
                long[] worked = new long[count];
                long[] found = {0};
                List<Set<Integer>> truth = truths.getOrDefault(kind, List.of());
                for (int i = 0; i < count; i++) {
                    double[] vector = vectors.get(i);
                    long workedBefore = THREADS.getCurrentThreadCpuTime();
                    long began = System.nanoTime();
                    List<Neighbour> nearest = neighbours.nearest(vector, COUNT);
                    nanos[i] = System.nanoTime() - began;
                    worked[i] = THREADS.getCurrentThreadCpuTime() - workedBefore;
                    for (Neighbour neighbour : nearest) {
                        if (truth.get(i).contains(ClusteredVectors.numberOf(neighbour.card()))) {
                            found[0]++;
                        }
                    }
                }
                results.line(
                        "%s, asked by %s: recall at 100 %.4f; %s; of these on a processor %s",
                        name, kind, found[0] / (100.0 * count), new Percentiles(nanos), new Percentiles(worked));
            });
        }
    }
}
