package dev.counterpoint.infra.benchmarks.load;

import dev.counterpoint.domain.random.SeededRandom;
import dev.counterpoint.infra.benchmarks.measure.Percentiles;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.infra.benchmarks.platform.HttpClientOfOne;
import dev.counterpoint.infra.benchmarks.platform.MemoryWatch;
import dev.counterpoint.infra.benchmarks.platform.Platform;
import dev.counterpoint.infra.benchmarks.platform.ProcessorTime;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages, rankings and interactions together, over HTTP, from a large made-up catalogue and listeners with a past: what each costs alone, what
 * they take at steady rates, what happens beyond, and whether a page knows what was answered just before.
 */
@Command(
        name = "home-load",
        description = "Pages, rankings and posts at steady rates, from a large catalogue. Give the server room in"
                + " COUNTERPOINT_JAVA_OPTIONS, such as -Xmx3g.")
public final class HomeUnderLoad implements Runnable {
    private static final int EACH = 60;
    private static final int IMPORTS = 5;
    private static final int RECORDS_READ = 30;
    private static final int EVENTS_OF_A_POST = 5;
    private static final int RANKED = 100;
    private static final double HELD_MS = 150;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration WATCHED = Duration.ofSeconds(10);
    /** Of one processor: an idle platform takes less. */
    private static final double IDLE = 0.2;

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--cards", paramLabel = "N", description = "Cards (default: ${DEFAULT-VALUE}).")
    private int cards = 1_000_000;

    @Option(names = "--listeners", paramLabel = "N", description = "Listeners with a past (default: ${DEFAULT-VALUE}).")
    private int listeners = 10_000;

    @Option(names = "--warm-up", paramLabel = "N", description = "Pages before it counts (default: ${DEFAULT-VALUE}).")
    private int warmUp = 6_000;

    @Option(names = "--calls", paramLabel = "N", description = "Calls of a block (default: ${DEFAULT-VALUE}).")
    private int calls = 2_000;

    @Option(names = "--seconds", paramLabel = "N", description = "Of each steady rate (default: ${DEFAULT-VALUE}).")
    private int seconds = 40;

    @Option(
            names = "--rates",
            paramLabel = "N",
            split = ",",
            description = "Pages a second, and as many posts of five interactions (default: ${DEFAULT-VALUE}).")
    private List<Integer> rates = List.of(30, 40, 50, 60, 80);

    @Option(
            names = "--overload",
            paramLabel = "N",
            description = "Pages a second, far more than can be served (default: ${DEFAULT-VALUE}).")
    private int overload = 400;

    @Option(names = "--own-writes", paramLabel = "N", description = "Trials (default: ${DEFAULT-VALUE}).")
    private int ownWrites = 10_000;

    private final SeededRandom chance = new SeededRandom(7);
    private int posts;

    @Override
    public void run() {
        ResultFile results = options.results(
                "home-load",
                cards + " cards and " + listeners + " listeners with " + EACH + " plays or skips, made up");
        options.inFreshFolder(folder -> {
            try (Platform platform = Platform.up(options.counterpoint(), folder)) {
                MadeUpCatalogue catalogue = new MadeUpCatalogue(cards);
                load(platform, catalogue, results);
                HttpClientOfOne client = new HttpClientOfOne(platform.url());
                ProcessorTime processor = timeOf(platform, "server");
                alone(client, processor, results);
                ownWrites(platform.url(), catalogue, results);
                steady(platform.url(), catalogue, processor, results);
            }
        });
    }

    private static ProcessorTime timeOf(Platform platform, String process) {
        return new ProcessorTime(Objects.requireNonNull(platform.pids().get(process), process));
    }

    private void load(Platform platform, MadeUpCatalogue catalogue, ResultFile results) {
        try (MemoryWatch memory = new MemoryWatch(platform)) {
            imported(platform.url(), "/v1/cards", catalogue::cardLines, "cards", results);
            imported(
                    platform.url(),
                    "/v1/interactions",
                    () -> catalogue.playLines(listeners, EACH),
                    "interactions",
                    results);
            awaitCards(new HttpClientOfOne(platform.url()), timeOf(platform, "server"), timeOf(platform, "cassandra"));
            List<Long> server = memory.of("server");
            results.line(
                    "resident MiB: server %d, all processes together at most %d",
                    server.get(server.size() - 1), memory.mostTogether());
        }
    }

    /** Sends the whole again where it stops, as clients are told to: what is there already is not counted twice. */
    private static void imported(
            URI platform, String path, Supplier<InputStream> lines, String what, ResultFile results) {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(platform.resolve(path))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofInputStream(lines::get))
                .build();
        for (int attempt = 1; attempt <= IMPORTS; attempt++) {
            long began = System.nanoTime();
            JsonNode answer = JsonMapper.shared().readTree(sent(http, request));
            double seconds = (System.nanoTime() - began) / 1e9;
            long accepted = answer.path("accepted").longValue();
            String stopped = answer.path("stopped").asString("");
            results.line(
                    "%s: %d accepted in %.1f s, %.0f a second%s",
                    what, accepted, seconds, accepted / seconds, stopped.isEmpty() ? "" : ", then " + stopped);
            if (stopped.isEmpty()) {
                return;
            }
        }
        throw new IllegalStateException(what + " were not imported in " + IMPORTS + " attempts");
    }

    private static String sent(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException failed) {
            throw new IllegalStateException("an import broke off", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    /** Until the last card can be ranked and looked up, the statistics have come to rest, and Cassandra has compacted what it was given. */
    private void awaitCards(HttpClientOfOne client, ProcessorTime server, ProcessorTime cassandra) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long version = -1;
        int unchanged = 0;
        while (unchanged < 40) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the statistics do not come to rest, at version " + version);
            }
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            long now = JsonMapper.shared()
                    .readTree(client.get(home(0)))
                    .get("statisticsVersion")
                    .longValue();
            unchanged = now == version && now > 0 ? unchanged + 1 : 0;
            version = now;
        }
        client.post(ranking(0), "{\"cards\":[\"" + MadeUpCatalogue.card(cards - 1) + "\"]}");
        awaitIdle(server, deadline);
        awaitIdle(cassandra, deadline);
    }

    private static void awaitIdle(ProcessorTime process, long deadline) {
        Duration before;
        do {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("what was imported is still being worked on");
            }
            before = process.now();
            LockSupport.parkNanos(WATCHED.toNanos());
        } while (process.now().minus(before).toNanos() > IDLE * WATCHED.toNanos());
    }

    private void alone(HttpClientOfOne client, ProcessorTime processor, ResultFile results) {
        for (int i = 0; i < warmUp; i++) {
            client.get(home(i));
        }
        results.line("pairs scored a page: %.0f on average of %d records", pairs(client), RECORDS_READ);
        for (int i = 0; i < calls; i++) {
            client.post(ranking(i), ranked(RANKED));
        }
        for (int block = 1; block <= 3; block++) {
            report("block " + block + ": page of 10 × 10", processor, results, i -> client.get(home(i)));
            report(
                    "block " + block + ": ranking of " + RANKED,
                    processor,
                    results,
                    i -> client.post(ranking(i), ranked(RANKED)));
            report("block " + block + ": ranking of 1", processor, results, i -> client.post(ranking(i), ranked(1)));
        }
    }

    private interface Call {
        void number(int i);
    }

    private void report(String what, ProcessorTime processor, ResultFile results, Call call) {
        long[] nanos = new long[calls];
        Duration before = processor.now();
        for (int i = 0; i < calls; i++) {
            long began = System.nanoTime();
            call.number(i * 7);
            nanos[i] = System.nanoTime() - began;
        }
        double cpu = processor.now().minus(before).toNanos() / 1e6 / calls;
        results.line("%s: %s, %.2f ms of processor time each in the server", what, new Percentiles(nanos), cpu);
    }

    private double pairs(HttpClientOfOne client) {
        long pairs = 0;
        for (int i = 0; i < RECORDS_READ; i++) {
            JsonNode page = JsonMapper.shared().readTree(client.get(home(i)));
            JsonNode record = JsonMapper.shared()
                    .readTree(
                            client.get("/v1/decisions/" + page.get("decisionId").stringValue()));
            pairs += record.get("candidates").findValues("score").size();
        }
        return (double) pairs / RECORDS_READ;
    }

    private void ownWrites(URI platform, MadeUpCatalogue catalogue, ResultFile results) {
        HttpClientOfOne client = new HttpClientOfOne(platform);
        int stale = 0;
        for (int trial = 0; trial < ownWrites; trial++) {
            JsonNode posted = JsonMapper.shared().readTree(client.post(interactions(trial), post(1, catalogue)));
            JsonNode page = JsonMapper.shared().readTree(client.get(home(trial)));
            boolean knows = page.get("profileSequence").longValue()
                    >= posted.get("sequence").longValue();
            stale += knows ? 0 : 1;
        }
        results.line("own writes: %d trials of a post and a page right after its answer, %d stale", ownWrites, stale);
    }

    private void steady(URI platform, MadeUpCatalogue catalogue, ProcessorTime processor, ResultFile results) {
        int highest = 0;
        for (int rate : rates) {
            Duration before = processor.now();
            long began = System.nanoTime();
            Percentiles pages = both(platform, catalogue, rate, rate, results);
            double busy = (double) processor.now().minus(before).toNanos() / (System.nanoTime() - began);
            results.line("  %.2f processors busy in the server", busy);
            highest = pages.ms(99) <= HELD_MS ? Math.max(highest, rate) : highest;
        }
        results.line("highest of these rates with pages p99 <= %.0f ms: %d a second", HELD_MS, highest);
        both(platform, catalogue, overload, rates.get(0), results);
        both(platform, catalogue, rates.get(0), rates.get(0), results);
    }

    private Percentiles both(URI platform, MadeUpCatalogue catalogue, int pageRate, int postRate, ResultFile results) {
        SteadyCalls calls = new SteadyCalls();
        Duration length = Duration.ofSeconds(seconds);
        CompletableFuture<SteadyCalls.Outcome> posting = CompletableFuture.supplyAsync(() -> calls.run(
                postRate,
                length,
                i -> SteadyCalls.post(
                        platform.resolve(interactions(someListener())), post(EVENTS_OF_A_POST, catalogue))));
        SteadyCalls.Outcome pages =
                calls.run(pageRate, length, i -> SteadyCalls.get(platform.resolve(home(someListener()))));
        SteadyCalls.Outcome posted = posting.join();
        Percentiles served = new Percentiles(pages.answered());
        results.line("%d pages/s and %d posts/s of %d for %s:", pageRate, postRate, EVENTS_OF_A_POST, length);
        results.line("  pages: %s, %d failed", served, pages.failed().get());
        if (pages.refused().length > 0) {
            results.line("  pages refused (503): %s", new Percentiles(pages.refused()));
        }
        results.line(
                "  posts: %s, %d refused or failed",
                new Percentiles(posted.answered()), posted.failed().get() + posted.refused().length);
        return served;
    }

    private synchronized int someListener() {
        return chance.nextInt(listeners);
    }

    private String home(int listener) {
        return "/v1/listeners/" + MadeUpCatalogue.listener(listener % listeners)
                + "/home?rows=10&columns=10&surface=phone";
    }

    private String ranking(int listener) {
        return "/v1/listeners/" + MadeUpCatalogue.listener(listener % listeners) + "/ranking";
    }

    private String interactions(int listener) {
        return "/v1/listeners/" + MadeUpCatalogue.listener(listener % listeners) + "/interactions";
    }

    private synchronized String ranked(int count) {
        int first = chance.nextInt(cards - count + 1);
        return IntStream.range(first, first + count)
                .mapToObj(MadeUpCatalogue::card)
                .collect(Collectors.joining("\",\"", "{\"cards\":[\"", "\"]}"));
    }

    private synchronized String post(int events, MadeUpCatalogue catalogue) {
        String at = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        return IntStream.range(0, events)
                .mapToObj(event -> "{\"interactionId\":\"load-" + posts++ + "\",\"type\":\"play\",\"cardId\":\""
                        + catalogue.somePlayed(chance) + "\",\"at\":\"" + at + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
