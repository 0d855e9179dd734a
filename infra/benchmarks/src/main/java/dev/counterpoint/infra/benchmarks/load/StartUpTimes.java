package dev.counterpoint.infra.benchmarks.load;

import dev.counterpoint.infra.benchmarks.measure.Percentiles;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.benchmarks.platform.HttpClientOfOne;
import dev.counterpoint.infra.benchmarks.platform.MemoryWatch;
import dev.counterpoint.infra.benchmarks.platform.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long it takes from {@code up --detach} to the first page: on an empty folder, and on one that holds an import. */
@Command(name = "start-up", description = "Start-up on an empty folder and on existing data, median of several.")
public final class StartUpTimes implements Runnable {
    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--runs", paramLabel = "N", description = "How often each (default: ${DEFAULT-VALUE}).")
    private int runs = 5;

    @Option(names = "--lastfm", paramLabel = "PATH", description = "The archive that makes the existing data.")
    private @Nullable Path lastfm;

    @Override
    public void run() {
        ResultFile results = options.results("start-up", lastfm == null ? "none" : "Last.fm, HetRec 2011");
        List<Long> empty = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            options.inFreshFolder(folder -> empty.add(up(folder, "empty folder", results)));
        }
        List<Long> existing = new ArrayList<>();
        options.inFreshFolder(folder -> {
            fill(folder, results);
            for (int run = 1; run <= runs; run++) {
                existing.add(up(folder, "existing data", results));
            }
        });
        summary("empty folder", empty, results);
        summary("existing data", existing, results);
    }

    private void fill(Path folder, ResultFile results) {
        try (Platform platform = Platform.up(options.counterpoint(), folder)) {
            if (lastfm != null) {
                platform.run("import", "lastfm", lastfm.toString());
                results.line("imported %s for the existing data", lastfm.getFileName());
            }
        }
    }

    private long up(Path folder, String what, ResultFile results) {
        try (Platform platform = Platform.up(options.counterpoint(), folder);
                MemoryWatch memory = new MemoryWatch(platform)) {
            long began = System.nanoTime();
            new HttpClientOfOne(platform.url()).get("/v1/listeners/2/home");
            long firstPage = platform.startUp().toNanos() + System.nanoTime() - began;
            results.line(
                    "%s: up after %.1f s, first page answered after %.1f s, %d MiB resident together",
                    what, platform.startUp().toMillis() / 1e3, firstPage / 1e9, memory.mostTogether());
            return firstPage;
        }
    }

    private static void summary(String what, List<Long> nanos, ResultFile results) {
        Percentiles times =
                new Percentiles(nanos.stream().mapToLong(Long::longValue).toArray());
        results.line(
                "%s: first page, median of %d %.1f s, slowest %.1f s",
                what, nanos.size(), times.ms(50) / 1e3, times.ms(100) / 1e3);
    }
}
