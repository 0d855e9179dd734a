package dev.counterpoint.infra.benchmarks.load;

import dev.counterpoint.infra.benchmarks.measure.Percentiles;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.benchmarks.platform.HttpClientOfOne;
import dev.counterpoint.infra.benchmarks.platform.Platform;
import dev.counterpoint.infra.benchmarks.platform.ProcessorTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Home pages of 10 × 10 asked for by one client, one after the other, each recorded before it is answered; and the server's processor time. */
@Command(name = "pages", description = "Home pages of 10 × 10 on the Last.fm data, one client.")
public final class PageLatency implements Runnable {
    private static final int RECORDS_READ = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--lastfm", required = true, paramLabel = "PATH", description = "The archive to import first.")
    private Path lastfm = Path.of("");

    @Option(names = "--warm-up", paramLabel = "N", description = "Pages before it counts (default: ${DEFAULT-VALUE}).")
    private int warmUp = 15_000;

    @Option(names = "--pages", paramLabel = "N", description = "Pages in a block (default: ${DEFAULT-VALUE}).")
    private int pages = 3_000;

    @Option(names = "--blocks", paramLabel = "N", description = "Blocks (default: ${DEFAULT-VALUE}).")
    private int blocks = 5;

    @Option(names = "--listeners", paramLabel = "N", description = "Taken in turn (default: ${DEFAULT-VALUE}).")
    private int listeners = 200;

    @Override
    public void run() {
        ResultFile results =
                options.results("pages", "Last.fm, HetRec 2011; the first " + listeners + " listeners in turn");
        options.inFreshFolder(folder -> {
            try (Platform platform = Platform.up(options.counterpoint(), folder)) {
                platform.run("import", "lastfm", lastfm.toString());
                Pages asked = new Pages(new HttpClientOfOne(platform.url()), listeners);
                asked.awaitStatistics();
                measure(
                        asked,
                        new ProcessorTime(Objects.requireNonNull(platform.pids().get("server"))),
                        results);
            }
        });
    }

    private void measure(Pages asked, ProcessorTime processor, ResultFile results) {
        asked.run(warmUp);
        for (int block = 1; block <= blocks; block++) {
            Duration before = processor.now();
            Percentiles latency = asked.run(pages);
            double cpu = processor.now().minus(before).toNanos() / 1e6 / pages;
            results.line("block %d: %s, %.2f ms of processor time a page in the server", block, latency, cpu);
        }
        results.line("pairs scored a page: %.0f on average of %d records", asked.pairs(), RECORDS_READ);
    }

    /** One page after the other, of the listeners in turn. */
    private static final class Pages {
        private final HttpClientOfOne client;
        private final List<String> listeners = new ArrayList<>();
        private int next;

        Pages(HttpClientOfOne client, int count) {
            this.client = client;
            for (int id = 2; listeners.size() < count; id++) {
                JsonNode page = JsonMapper.shared().readTree(page(Integer.toString(id)));
                if (page.get("profileSequence").longValue() >= 0) {
                    listeners.add(Integer.toString(id));
                }
            }
        }

        void awaitStatistics() {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            long version = 0;
            long unchanged = System.nanoTime();
            while (System.nanoTime() - unchanged < Duration.ofSeconds(40).toNanos()) {
                long now = JsonMapper.shared()
                        .readTree(page(listeners.get(0)))
                        .get("statisticsVersion")
                        .longValue();
                unchanged = now == version && now > 0 ? unchanged : System.nanoTime();
                version = now;
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the statistics do not come to rest, at version " + version);
                }
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }

        Percentiles run(int pages) {
            long[] nanos = new long[pages];
            for (int i = 0; i < pages; i++, next++) {
                long began = System.nanoTime();
                page(listeners.get(next % listeners.size()));
                nanos[i] = System.nanoTime() - began;
            }
            return new Percentiles(nanos);
        }

        double pairs() {
            long pairs = 0;
            for (int i = 0; i < RECORDS_READ; i++) {
                JsonNode page = JsonMapper.shared().readTree(page(listeners.get(i % listeners.size())));
                JsonNode record = JsonMapper.shared()
                        .readTree(client.get(
                                "/v1/decisions/" + page.get("decisionId").stringValue()));
                pairs += record.get("candidates").findValues("score").size();
            }
            return (double) pairs / RECORDS_READ;
        }

        private String page(String listener) {
            return client.get("/v1/listeners/" + listener + "/home?rows=10&columns=10");
        }
    }
}
