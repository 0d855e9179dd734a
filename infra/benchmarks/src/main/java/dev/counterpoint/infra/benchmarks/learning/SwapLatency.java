package dev.counterpoint.infra.benchmarks.learning;

import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.benchmarks.platform.HttpClientOfOne;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages while the live model changes again and again, against pages while it stays, on a platform that runs and has two models. */
@Command(name = "swaps", description = "Latency and failures of pages while models change places.")
public final class SwapLatency implements Runnable {
    private static final String LIVE = "{\"stage\": \"live\"}";

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--url", required = true, description = "Of the platform.")
    private URI url = URI.create("");

    @Option(names = "--pid", required = true, description = "Of its server's process.")
    private long pid;

    @Option(names = "--swaps", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int swaps = 1_000;

    @Option(names = "--round", paramLabel = "N", description = "Swaps between two looks (default: ${DEFAULT-VALUE}).")
    private int round = 100;

    private final AtomicLong failures = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile ConcurrentLinkedQueue<Double> latencies = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> lastModels = new ConcurrentLinkedQueue<>();

    @Override
    public void run() {
        ResultFile results = options.results(
                "swaps", "a platform after a demo; one client asks for pages one after the other, another one swaps");
        HttpClientOfOne operator = new HttpClientOfOne(url);
        List<String> models = new ArrayList<>();
        JsonMapper.shared()
                .readTree(operator.get("/v1/models"))
                .path("items")
                .forEach(model -> models.add(model.path("modelId").stringValue()));
        Thread client = new Thread(this::askForPages, "client");
        client.start();
        try {
            measure(results, operator, models);
        } finally {
            over.set(true);
        }
        results.line("%d pages failed", failures.get());
    }

    private void measure(ResultFile results, HttpClientOfOne operator, List<String> models) {
        quiet(20_000);
        for (int done = 0; done < swaps; done += round) {
            latencies = new ConcurrentLinkedQueue<>();
            quiet(10_000);
            String still = described(latencies);
            latencies = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < round; i++) {
                swapTo(operator, models.get((done + i) % models.size()));
            }
            results.line(
                    "%d swaps: %s; without swaps: %s; server resident %d MiB",
                    done + round, described(latencies), still, residentMib());
        }
    }

    /** Until the client gets a page of the model. */
    private void swapTo(HttpClientOfOne operator, String modelId) {
        operator.put("/v1/models/" + modelId + "/stage", LIVE);
        lastModels.clear();
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!lastModels.contains(modelId)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("model " + modelId + " did not come into use");
            }
            quiet(20);
        }
    }

    private void askForPages() {
        HttpClientOfOne client = new HttpClientOfOne(url);
        for (int i = 0; !over.get(); i++) {
            long began = System.nanoTime();
            try {
                JsonNode page = JsonMapper.shared().readTree(client.get("/v1/listeners/listener-" + i % 200 + "/home"));
                lastModels.add(page.path("modelId").stringValue(""));
            } catch (IllegalStateException failed) {
                failures.incrementAndGet();
            }
            latencies.add((System.nanoTime() - began) / 1e6);
        }
    }

    private static String described(ConcurrentLinkedQueue<Double> of) {
        double[] sorted = of.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%d pages, p50 %.1f ms, p99 %.1f ms, slowest %.1f ms, %d over 100 ms",
                sorted.length,
                sorted[sorted.length / 2],
                sorted[(int) (0.99 * sorted.length)],
                sorted[sorted.length - 1],
                Arrays.stream(sorted).filter(each -> each > 100).count());
    }

    private long residentMib() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Lets pages go on for so long: the span that is measured, and between looks at what came into use. */
    private static void quiet(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
