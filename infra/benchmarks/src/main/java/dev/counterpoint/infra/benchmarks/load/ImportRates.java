package dev.counterpoint.infra.benchmarks.load;

import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.benchmarks.platform.MemoryWatch;
import dev.counterpoint.infra.benchmarks.platform.Platform;
import dev.counterpoint.infra.benchmarks.store.LastfmSource;
import dev.counterpoint.infra.benchmarks.store.PublishedEvents;
import dev.counterpoint.infra.benchmarks.store.StoredImport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Last.fm import into an empty platform: rates, memory, and whether the stores hold what the archive says. */
@Command(name = "import-rates", description = "The Last.fm import: cards and interactions a second, resident memory.")
public final class ImportRates implements Runnable {
    private static final Duration ARRIVAL = Duration.ofMinutes(2);

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--lastfm", paramLabel = "PATH", required = true, description = "hetrec2011-lastfm-2k.tar.gz")
    private Path lastfm = Path.of("");

    @Override
    public void run() {
        ResultFile results = options.results("import-rates", "Last.fm, HetRec 2011");
        LastfmSource source = LastfmSource.of(lastfm);
        options.inFreshFolder(folder -> {
            try (Platform platform = Platform.up(options.counterpoint(), folder)) {
                watched("first import", platform, results);
                compare(platform, source, results);
                watched("the same import again", platform, results);
                compare(platform, source, results);
            }
        });
    }

    private void watched(String what, Platform platform, ResultFile results) {
        try (MemoryWatch memory = new MemoryWatch(platform)) {
            JsonNode figures = JsonMapper.shared()
                    .readTree(platform.run("import", "lastfm", lastfm.toString(), "--format", "json"));
            results.line("%s, in %.1f s:", what, figures.get("seconds").doubleValue());
            for (String kind : List.of("cards", "listeners", "interactions")) {
                JsonNode of = figures.get(kind);
                results.line(
                        "  %s: %d sent in %.1f s, %.0f a second",
                        kind,
                        of.get("sentNow").longValue(),
                        of.get("seconds").doubleValue(),
                        of.get("perSecond").doubleValue());
            }
            results.line("  most memory of all processes together: %d MiB", memory.mostTogether());
            for (String process : List.of("server", "cassandra", "kafka")) {
                results.line("  resident MiB of %s, by tenths of the time: %s", process, tenths(memory.of(process)));
            }
        }
    }

    private static List<Long> tenths(List<Long> samples) {
        int last = samples.size() - 1;
        return java.util.stream.IntStream.rangeClosed(0, 10)
                .mapToObj(tenth -> samples.get(last * tenth / 10))
                .toList();
    }

    private static void compare(Platform platform, LastfmSource source, ResultFile results) {
        StoredImport stored = StoredImport.of(platform, source);
        results.line(
                "  the store has %d cards, %d listeners, %d interactions; the archive %d, %d, %d; differences: %s",
                stored.cards(),
                stored.listeners(),
                stored.interactions(),
                source.cards().size(),
                source.plays().size(),
                source.interactions(),
                stored.differences());
        try (PublishedEvents published = new PublishedEvents(platform.kafka())) {
            results.line(
                    "  streams of which an event did not reach Kafka: %d",
                    published.missing(stored.lengths(), ARRIVAL).size());
        }
    }
}
