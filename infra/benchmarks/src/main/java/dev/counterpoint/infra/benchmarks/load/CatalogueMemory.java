package dev.counterpoint.infra.benchmarks.load;

import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.statistics.Statistics;
import dev.counterpoint.domain.statistics.StatisticsFold;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import java.lang.ref.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the catalogue and the statistics of all its cards take of a query node's heap, by the heap in use after collections. */
@Command(name = "catalogue-memory", description = "Heap of a catalogue and of statistics of all its cards.")
public final class CatalogueMemory implements Runnable {
    private static final int EPOCH = 10_000;
    private static final int COLLECTIONS = 3;
    private static final double MIB = 1 << 20;

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--cards", paramLabel = "N", description = "Cards (default: ${DEFAULT-VALUE}).")
    private int cards = 1_000_000;

    @Override
    public void run() {
        ResultFile results = options.results(
                "catalogue-memory", cards + " made-up cards with four tags, each of them played once; no vectors");
        long before = used();
        Catalog catalog = catalogue();
        long withCatalogue = used();
        Statistics statistics = statistics();
        long withStatistics = used();
        results.line("catalogue of %d cards: %.0f MiB", catalog.size(), (withCatalogue - before) / MIB);
        results.line("statistics of all of them: %.0f MiB", (withStatistics - withCatalogue) / MIB);
        Reference.reachabilityFence(catalog);
        Reference.reachabilityFence(statistics);
    }

    private Catalog catalogue() {
        MadeUpCatalogue madeUp = new MadeUpCatalogue(cards);
        Catalog catalog = Catalog.empty();
        for (int from = 0; from < cards; from += EPOCH) {
            List<CatalogEvent> published = new ArrayList<>();
            for (int card = from; card < Math.min(cards, from + EPOCH); card++) {
                published.add(new CatalogEvent.CardPublished(madeUp.whole(card)));
            }
            catalog = catalog.with(catalog.number() + 1, Collections.nCopies(CatalogShards.COUNT, 0L), published);
        }
        return catalog;
    }

    private Statistics statistics() {
        MadeUpCatalogue madeUp = new MadeUpCatalogue(cards);
        StatisticsFold fold = new StatisticsFold(Statistics.empty());
        StreamId stream = StreamId.ofListener("somebody");
        Instant at = Instant.parse("2026-11-01T00:00:00Z");
        for (int card = 0; card < cards; card++) {
            InteractionRecorded play = new InteractionRecorded(
                    new InteractionId("play-" + card),
                    InteractionType.PLAY,
                    madeUp.whole(card).facts(),
                    at,
                    null,
                    null);
            fold.apply(new RecordedEvent(stream, card, new UUID(0, card), at, play, Map.of()));
        }
        fold.cut(1, Map.of(0, (long) cards), at);
        return fold.latest();
    }

    private static long used() {
        for (int collection = 0; collection < COLLECTIONS; collection++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
